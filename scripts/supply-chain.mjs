import { readFileSync } from 'node:fs'
import { lockedPackages, readProjects } from './lib/allowed.mjs'
import { fromRoot } from './lib/root.mjs'
import { main } from './lib/stop.mjs'
import { supplyChainFaults } from './lib/supply-chain.mjs'

/** `npm run supply-chain`: every package is one that was let in (allowed-packages.txt), and has its reason. */
await main(() => {
  const projects = readProjects()
  const faults = supplyChainFaults(projects, readFileSync(fromRoot('CONTRIBUTING.md'), 'utf8'))
  for (const fault of faults) console.log(fault)
  const count = projects.reduce((sum, { lock, isSite }) => sum + lockedPackages(lock, isSite).length, 0)
  if (faults.length === 0) console.log(`All ${count} packages are on the list of allowed ones.`)
  return faults.length === 0 ? 0 : 1
})
