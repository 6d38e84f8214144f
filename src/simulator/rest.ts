import { sameAddress } from '../domain/address'
import type { Exchange } from './exchange'

export interface ProfileAnswer {
  /** HTTP status. */
  readonly status: 200 | 400
  readonly body:
    | { readonly success: true; readonly message: string; readonly data: string }
    | { readonly success: false; readonly message: string }
}

export const PROFILE_PATH = '/getProfileAddress'

/** What `GET /getProfileAddress?userAddress=` answers: the profile of a wallet, 400 for one it does not know. */
export function lookUpProfile(exchange: Exchange, userAddress: string): ProfileAnswer {
  const account = exchange.accounts.find(({ wallet }) => sameAddress(wallet, userAddress))
  if (account === undefined) return { status: 400, body: { success: false, message: 'Profile address not found' } }
  return {
    status: 200,
    body: { success: true, message: 'Profile address fetched successfully', data: account.address },
  }
}
