import { normalizeAddress } from '../domain/address'
import { cleanText } from './fields'
import { isRecord } from './row-reader'

/** GET of the profile look-up; it takes the wallet address, the socket the profile address that comes back. */
export function profileUrl(restUrl: string, walletAddress: string): string {
  return `${restUrl}/getProfileAddress?userAddress=${encodeURIComponent(walletAddress)}`
}

export type ProfileAnswer =
  /** The address exactly as received: the samples have 63 digits, and it is sent back like that. */
  | { readonly kind: 'found'; readonly profileAddress: string }
  /** The exchange knows no profile for this wallet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retry: boolean }

/** Reads the answer of the look-up; never throws. `retry`: whether asking again may help. */
export function readProfileAnswer(status: number, body: string): ProfileAnswer {
  const answer = parseObject(body)
  const said = typeof answer?.message === 'string' && answer.message !== '' ? `: “${cleanText(answer.message)}”` : ''
  if (status === 400) return { kind: 'unknown' }
  if (status === 401 || status === 403) {
    return failed(`The exchange refused the look-up (${status}); it may want a key${said}`, false)
  }
  if (status === 404) return failed('The exchange has no look-up at this address (404)', false)
  if (status === 429) return failed('The exchange asks for fewer requests (429)', true)
  if (status >= 500) return failed(`The exchange has a fault of its own (${status})${said}`, true)
  if (status < 200 || status > 299) return failed(`The exchange answered with status ${status}${said}`, false)
  if (answer === null) return failed('The answer of the look-up is not what the exchange documents', false)
  if (answer.success !== true) return failed(`The exchange did not accept the look-up${said}`, false)
  const { data } = answer
  if (data === null || data === '') return { kind: 'unknown' }
  if (typeof data !== 'string' || data !== data.trim() || !data.startsWith('0x') || normalizeAddress(data) === null) {
    return failed('The exchange answered with something that is no address', false)
  }
  return { kind: 'found', profileAddress: data }
}

function failed(reason: string, retry: boolean): ProfileAnswer {
  return { kind: 'failed', reason, retry }
}

function parseObject(body: string) {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
