/**
 * Aptos addresses (AIP-40): 0x and up to 64 hex digits. The exchange prints some without their leading zeros, so
 * they are compared without them and sent back exactly as received.
 */
const ADDRESS = /^(?:0x)?([0-9a-f]{1,64})$/i

/** The address as 0x and 64 lower-case digits, or null for text that is no address or the zero address. */
export function normalizeAddress(text: string): string | null {
  const digits = ADDRESS.exec(text.trim())?.[1]
  if (digits === undefined || /^0+$/.test(digits)) return null
  return `0x${digits.toLowerCase().padStart(64, '0')}`
}

/** A typed address as it is sent: `0x`, lower case, its own number of digits; null for text that is no address. */
export function typedAddress(text: string): string | null {
  const digits = ADDRESS.exec(text.trim())?.[1]
  return digits === undefined || /^0+$/.test(digits) ? null : `0x${digits.toLowerCase()}`
}

/** What a reader is told of text that is no address. */
export const NO_ADDRESS = 'That is no Aptos address: 0x and up to 64 hex digits.'

export function sameAddress(a: string, b: string): boolean {
  const left = normalizeAddress(a)
  return left !== null && left === normalizeAddress(b)
}

/** 0x1234…abcd of the text as it is, for display beside a copy button. */
export function shortAddress(address: string): string {
  return address.length <= 12 ? address : `${address.slice(0, 6)}…${address.slice(-4)}`
}
