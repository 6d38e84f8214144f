/** The watched addresses that the reader chose to keep, oldest first. Changes give a new list and leave the old one alone. */
import { normalizeAddress, sameAddress, typedAddress } from './address'
import { UNPRINTABLE } from './unprintable'

export interface KeptAddress {
  /** As it is sent, with its own number of digits; no two of a list are the same address. */
  readonly address: string
  /** Empty for an address that the reader has not named. */
  readonly name: string
  /** Entered as a profile by hand: no wallet is looked up. */
  readonly asProfile: boolean
}

export type WatchList = readonly KeptAddress[]

export const MAX_KEPT = 50
export const MAX_NAME = 40

/** A name as it is kept: on one line, without what cannot be seen, cut to 40 characters. */
export function cleanName(text: string): string {
  const visible = text.replace(/\s/gu, ' ').replace(UNPRINTABLE, '').replace(/ +/gu, ' ').trim()
  return Array.from(visible).slice(0, MAX_NAME).join('').trim()
}

/** Whatever was kept, as a list: what is no address, or comes twice or after the fiftieth, is left out. Never throws. */
export function checkWatchList(kept: unknown): WatchList {
  if (!Array.isArray(kept)) return []
  const list = new Map<string, KeptAddress>()
  for (const row of kept) {
    const entry = checkEntry(row)
    const key = entry === null ? null : normalizeAddress(entry.address)
    if (entry !== null && key !== null && !list.has(key)) list.set(key, entry)
    if (list.size === MAX_KEPT) break
  }
  return [...list.values()]
}

function checkEntry(row: unknown): KeptAddress | null {
  if (typeof row !== 'object' || row === null) return null
  const fields = new Map<string, unknown>(Object.entries(row))
  const text = fields.get('address')
  const name = fields.get('name')
  const address = typeof text === 'string' ? typedAddress(text) : null
  if (address === null) return null
  return {
    address,
    name: typeof name === 'string' ? cleanName(name) : '',
    asProfile: fields.get('asProfile') === true,
  }
}

export function findKept(list: WatchList, address: string): KeptAddress | undefined {
  return list.find((entry) => sameAddress(entry.address, address))
}

/** With `entry` at `index`, or at the end; the list as it is where the address is kept already or there is no room. */
export function withAddress(list: WatchList, entry: KeptAddress, index = list.length): WatchList {
  if (list.length >= MAX_KEPT || findKept(list, entry.address) !== undefined) return list
  return checkWatchList(list.toSpliced(index, 0, entry))
}

export function withName(list: WatchList, address: string, name: string): WatchList {
  return list.map((entry) => (sameAddress(entry.address, address) ? { ...entry, name: cleanName(name) } : entry))
}

export function withoutAddress(list: WatchList, address: string): WatchList {
  return list.filter((entry) => !sameAddress(entry.address, address))
}
