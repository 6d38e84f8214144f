import { demoWalletAddress } from './lib/demo.mjs'
import { readDist } from './lib/dist.mjs'
import { findWords } from './lib/dist-words.mjs'
import { main } from './lib/stop.mjs'

/** `npm run contents`: nothing of the simulated exchange is in the built site. */
await main(() => {
  const found = findWords(readDist(), [demoWalletAddress(), 'Simulated', 'simulated exchange', 'Demo wallet'])
  for (const { name, word } of found)
    console.log(`dist/${name} contains "${word}", which belongs to the simulated build.`)
  if (found.length === 0) console.log('The built site contains nothing of the simulated exchange.')
  return found.length === 0 ? 0 : 1
})
