import { demoWalletAddress } from './lib/demo.mjs'
import { readDist } from './lib/dist.mjs'
import { findStrays } from './lib/dist-words.mjs'
import { main } from './lib/stop.mjs'

/** `npm run contents`: the simulated exchange is in the built site as the network Demo's own chunks, and nowhere else. */
await main(() => {
  const wrong = findStrays(readDist(), [demoWalletAddress(), 'Simulated', 'simulated exchange', 'Demo wallet'])
  for (const line of wrong) console.log(`dist: ${line}`)
  if (wrong.length === 0)
    console.log('The simulated exchange is in the chunks of the demo, which come when they are asked for.')
  return wrong.length === 0 ? 0 : 1
})
