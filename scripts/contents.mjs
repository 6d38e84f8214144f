import { demoWalletAddress } from './lib/demo.mjs'
import { readDist } from './lib/dist.mjs'
import { findStrays } from './lib/dist-words.mjs'
import { licenceFaults } from './lib/site-licences.mjs'
import { main } from './lib/stop.mjs'

/**
 * `npm run contents`: the simulated exchange is in the built site as the network Demo's own chunks and nowhere else, and
 * nothing is under a licence that forbids it.
 */
await main(() => {
  const files = readDist()
  const strays = findStrays(files, [demoWalletAddress(), 'Simulated', 'simulated exchange', 'Demo wallet'])
  const faults = [
    ...strays.map((line) => `dist: ${line}`),
    ...licenceFaults(files.find(({ name }) => name === 'licences.txt')?.content.toString()),
  ]
  for (const fault of faults) console.log(fault)
  if (faults.length === 0)
    console.log('The simulated exchange is in the chunks of the demo alone, and nothing is unlicensed.')
  return faults.length === 0 ? 0 : 1
})
