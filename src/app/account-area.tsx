/**
 * The account, from an address to its rows. A chunk of its own, since look-up and tables are a tenth of the page's code: who
 * has asked for no account does without.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Network } from '../domain/market'
import { AccountPanel } from '../panels/account/account-panel'
import { useStore } from '../store/store'
import { PanelBoundary } from '../ui/panel-boundary'
import { OwnBooks } from './own-books'
import { useAccountFeed } from './use-account-feed'
import { useAccountSource } from './use-account-source'
import { useProfile } from './use-profile'

const queries = new QueryClient()

interface AccountProps {
  readonly network: Network
}

/** The account's look-up and sockets: on the page whether its panel is on show or not. */
export function AccountFeeds({ network }: AccountProps) {
  return (
    <QueryClientProvider client={queries}>
      <Feeds network={network} />
    </QueryClientProvider>
  )
}

function Feeds({ network }: AccountProps) {
  const { state } = useProfile(network, useAccountSource())
  useAccountFeed(network, state.status === 'found' ? state.profileAddress : null)
  return <OwnBooks network={network} />
}

/** Its panel, with a boundary of its own: a broken panel must not take the account's sockets with it. */
export function AccountView({ network }: AccountProps) {
  return (
    <QueryClientProvider client={queries}>
      <PanelBoundary label="Account">
        <View network={network} />
      </PanelBoundary>
    </QueryClientProvider>
  )
}

function View({ network }: AccountProps) {
  const setWatch = useStore((state) => state.setWatch)
  // The feeds ask; that the panel came on show is no reason to ask again.
  const { state, retry } = useProfile(network, useAccountSource(), false)
  return (
    <AccountPanel
      network={network}
      profile={state}
      onRetry={retry}
      onEnterProfile={(address) => setWatch({ address, fromLink: false, asProfile: true })}
    />
  )
}
