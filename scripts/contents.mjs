import { demoWalletAddress } from './lib/demo.mjs'
import { readDist } from './lib/dist.mjs'
import { findWords } from './lib/dist-words.mjs'
import { licenceFaults } from './lib/site-licences.mjs'
import { main } from './lib/stop.mjs'

/** `npm run contents`: nothing of the simulated exchange is in the built site, and nothing under a licence that forbids it. */
await main(() => {
  const files = readDist()
  const found = findWords(files, [demoWalletAddress(), 'Simulated', 'simulated exchange', 'Demo wallet'])
  const faults = [
    ...found.map(({ name, word }) => `dist/${name} contains "${word}", which belongs to the simulated build.`),
    ...licenceFaults(files.find(({ name }) => name === 'licences.txt')?.content.toString()),
  ]
  for (const fault of faults) console.log(fault)
  if (faults.length === 0)
    console.log('The built site contains nothing of the simulated exchange, and nothing unlicensed.')
  return faults.length === 0 ? 0 : 1
})
