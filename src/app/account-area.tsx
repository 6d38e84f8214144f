/**
 * The account, from an address to its rows. A chunk of its own, since look-up and tables are a tenth of the page's code and
 * the market's figures need not wait for them.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Network } from '../domain/market'
import { AccountPanel } from '../panels/account/account-panel'
import { useStore, walletAddress } from '../store/store'
import { PanelBoundary } from '../ui/panel-boundary'
import { OwnBooks } from './own-books'
import { useAccountFeed } from './use-account-feed'
import { type AccountSource, useProfile } from './use-profile'

const queries = new QueryClient()

export function AccountArea({ network }: { readonly network: Network }) {
  return (
    <QueryClientProvider client={queries}>
      <Account network={network} />
    </QueryClientProvider>
  )
}

function Account({ network }: { readonly network: Network }) {
  const setWatch = useStore((state) => state.setWatch)
  const { state, retry } = useProfile(network, useAccountSource())
  useAccountFeed(network, state.status === 'found' ? state.profileAddress : null)
  return (
    <>
      <OwnBooks network={network} />
      {/* Its own boundary: a broken panel must not take the account's sockets with it. */}
      <PanelBoundary label="Account">
        <AccountPanel
          network={network}
          profile={state}
          onRetry={retry}
          onEnterProfile={(address) => setWatch({ address, fromLink: false, asProfile: true })}
        />
      </PanelBoundary>
    </>
  )
}

/** A watched address goes before the wallet. */
function useAccountSource(): AccountSource | null {
  const watch = useStore((state) => state.watch)
  const address = useStore((state) => walletAddress(state.wallet))
  if (watch !== null) return { address: watch.address, via: 'watch', asProfile: watch.asProfile }
  return address === null ? null : { address, via: 'wallet', asProfile: false }
}
