/**
 * Stands in for `@aptos-connect/wallet-adapter-plugin` (see the alias in vite.config.ts). The adapter makes one of
 * each at every start and lists only those with all required features: with none they stay unseen and send nothing.
 */
class LeftOut {
  readonly name = 'Aptos Connect'
  readonly features = {}
}

export { LeftOut as AptosConnectAppleWallet, LeftOut as AptosConnectGenericWallet, LeftOut as AptosConnectGoogleWallet }
