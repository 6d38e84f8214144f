import type { Prng } from './prng'

export const DEMO_WALLET_ADDRESS = '0x5e1f0a7c93d24b68e0b1c7f2a94d3e586b20cf71d8a4935e67b0f1c2d3a4e5b6'

/** 63 digits, not padded, as the vendor's sample profile address is. */
export const DEMO_PROFILE_ADDRESS = '0x7a31c5e09b84d2f6a1e3c7058b9d4f2e6a0c1b3d5f7e9280a4c6d8e0f1b2a39'

export interface AccountAddresses {
  /** What REST takes. */
  readonly wallet: string
  /** What the socket takes, sent as it stands here. */
  readonly profile: string
}

export const DEMO_ACCOUNT: AccountAddresses = { wallet: DEMO_WALLET_ADDRESS, profile: DEMO_PROFILE_ADDRESS }

export function randomAddress(random: Prng): string {
  let digits = String(random.int(1, 9))
  while (digits.length < 64) digits += random.int(0, 15).toString(16)
  return `0x${digits}`
}
