import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fromRoot } from './root.mjs'
import { Stop } from './stop.mjs'

const CONSTANT = /export const DEMO_WALLET_ADDRESS\b[^=]*=[^'"`\n]*\n?[^'"`\n]*['"`](0x[0-9a-f]+)['"`]/

/** The demo wallet's address out of a source file's text. */
export const demoAddressIn = (source) => CONSTANT.exec(source)?.[1]

/** The demo wallet's address, taken from the simulator's source, which is its only place. */
export function demoWalletAddress(folder = fromRoot('src', 'simulator')) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : []
  for (const name of files) {
    const address = demoAddressIn(readFileSync(`${folder}/${name}`, 'utf8'))
    if (address) return address
  }
  throw new Stop('src/simulator exports no DEMO_WALLET_ADDRESS, so there is no wallet to show.')
}

export const demoUrl = (port, address) => `http://localhost:${port}/?network=simulated&address=${address}`
