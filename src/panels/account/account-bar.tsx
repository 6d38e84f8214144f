import { shortAddress } from '../../domain/address'
import { EXPLORER_URL } from '../../config'
import type { Network } from '../../domain/market'
import type { ProfileState } from '../../domain/profile'
import type { WalletState } from '../../domain/wallet'
import { useStore } from '../../store/store'
import { ShortText } from '../../ui/figures'
import { KeepAddress, KeptName } from './keep-address'

/** Whose account is on show, and how it was found; a watched address is never taken for the reader's own. */
export function AccountBar({ network, profile }: { readonly network: Network; readonly profile: ProfileState }) {
  const watch = useStore((state) => state.watch)
  const wallet = useStore((state) => state.wallet)
  const setWatch = useStore((state) => state.setWatch)
  if (profile.status === 'none') return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-accent-wash px-3 py-1 text-xs">
      {watch === null ? (
        <span className="font-medium">Your wallet</span>
      ) : (
        <span className="font-medium">
          {watch.fromLink ? 'From the link: watching, not your wallet' : 'Watching, not your wallet'}
        </span>
      )}
      {watch !== null && <KeptName address={watch.address} />}
      <Address address={profile.address} what="address" network={network} />
      {profile.status === 'found' && (
        <span className="inline-flex items-center gap-1 text-muted">
          {profile.as === 'wallet' ? (
            <>
              <span className="max-sm:sr-only">a wallet; its</span> profile <span className="max-sm:sr-only">is</span>
              <Address address={profile.profileAddress} what="profile address" network={network} />
            </>
          ) : (
            byHand(watch?.asProfile === true)
          )}
        </span>
      )}
      {watch === null && isElsewhere(wallet, network) && (
        <span className="text-warn">This wallet is set to another network than {network.label}</span>
      )}
      {watch !== null && <KeepAddress key={watch.address} watch={watch} />}
      {watch !== null && (
        <button
          type="button"
          onClick={() => setWatch(null)}
          className="ml-auto min-h-[24px] text-accent hover:underline"
        >
          {wallet.status === 'connected' ? 'Back to my wallet' : 'Stop watching'}
        </button>
      )}
    </div>
  )
}

/** Chain ids are compared, since wallets name networks as they like. */
function isElsewhere(wallet: WalletState, network: Network): boolean {
  if (wallet.status !== 'connected' || wallet.chainId === null || network.chain === null) return false
  return wallet.chainId !== network.chain.id
}

function byHand(entered: boolean): string {
  return entered
    ? 'entered as a profile address'
    : 'the exchange knows no wallet of this address, so it is watched as a profile'
}

interface AddressProps {
  readonly address: string
  readonly what: string
  readonly network: Network
}

function Address({ address, what, network }: AddressProps) {
  const href = network.chain === null ? undefined : `${EXPLORER_URL}/account/${address}?network=${network.chain.name}`
  return <ShortText full={address} short={shortAddress(address)} what={what} href={href} />
}
