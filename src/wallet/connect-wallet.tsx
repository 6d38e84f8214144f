/**
 * The header's wallet button. Nothing of the adapter is loaded before the reader asks for it or has a wallet from an
 * earlier visit. The wallet is asked for its address and network, never for a signature.
 */
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { shortAddress } from '../domain/address'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import { useAsked } from '../store/use-asked'
import { AccountMenu } from './account-menu'
import { reasonText, sameWalletState } from './adapter-state'
import { IslandBoundary } from './island-boundary'
import { storedWalletName, storeWalletName } from './stored-wallet'
import type { WalletChoice } from './wallet-choice'
import { WalletDialog } from './wallet-dialog'
import type { IslandHandle, IslandProps } from './wallet-island'

interface Props {
  readonly wallet: WalletState
  readonly onWallet: (wallet: WalletState) => void
  /** The reader chose a wallet by hand; a stored one that resumes is no choice. */
  readonly onChosen?: () => void
  readonly loadIsland?: () => Promise<{ readonly default: ComponentType<IslandProps> }>
}

/** One attempt to use a wallet; a new key drops the old attempt with all its late answers. */
interface Session {
  readonly key: number
  readonly walletName: string | null
}

type Island =
  | { readonly status: 'absent' | 'loading' }
  | { readonly status: 'ready'; readonly View: ComponentType<IslandProps> }

const BUTTON =
  'inline-flex h-8 items-center gap-2 whitespace-nowrap rounded border border-line bg-raised px-3 text-xs font-medium text-text hover:border-accent'

const importIsland = () => import('./wallet-island')

export function ConnectWallet({ wallet, onWallet, onChosen, loadIsland = importIsland }: Props) {
  const [session, setSession] = useState<Session>(() => ({ key: 0, walletName: storedWalletName() }))
  const [island, setIsland] = useState<Island>({ status: 'absent' })
  const [choices, setChoices] = useState<readonly WalletChoice[] | null>(null)
  const [shown, setShown] = useState<'nothing' | 'dialog' | 'menu'>('nothing')
  const published = useRef(wallet)
  const handle = useRef<IslandHandle>(null)
  const button = useRef<HTMLButtonElement>(null)

  const publish = (next: WalletState) => {
    if (sameWalletState(published.current, next)) return
    const was = published.current.status
    published.current = next
    // Both are about a wallet in a state that has just ended.
    if (next.status === 'connected') setShown((view) => (view === 'dialog' ? 'nothing' : view))
    else if (was === 'connected') setShown((view) => (view === 'menu' ? 'nothing' : view))
    onWallet(next)
  }

  const load = () => {
    if (island.status !== 'absent') return
    setIsland({ status: 'loading' })
    loadIsland().then(
      (module) => setIsland({ status: 'ready', View: module.default }),
      () => {
        setIsland({ status: 'absent' })
        publish({ status: 'disconnected', error: 'The wallet part of this page did not load: check the connection' })
      },
    )
  }

  const begin = (walletName: string | null) => {
    setSession(({ key }) => ({ key: key + 1, walletName }))
    publish(walletName === null ? NO_WALLET : { status: 'connecting', walletName })
    load()
  }

  const leave = () => {
    if (published.current.status === 'connected') handle.current?.disconnect()
    storeWalletName(null)
    begin(null)
    // The menu goes, and with it the button that had the focus.
    if (shown === 'menu') button.current?.focus()
  }

  const resume = useRef(() => {
    if (session.walletName !== null) begin(session.walletName)
  })
  useEffect(() => resume.current(), [])

  const open = () => {
    if (wallet.status === 'connected') return setShown((view) => (view === 'menu' ? 'nothing' : 'menu'))
    load()
    setShown('dialog')
  }

  useAsked('wallet', () => {
    if (wallet.status !== 'connected') open()
  })

  const connected = wallet.status === 'connected'
  return (
    <div className="relative">
      <button
        ref={button}
        type="button"
        className={BUTTON}
        onClick={open}
        aria-haspopup={connected ? undefined : 'dialog'}
        aria-expanded={connected ? shown === 'menu' : undefined}
        aria-busy={wallet.status === 'connecting'}
        title={buttonTitle(wallet)}
      >
        {wallet.status !== 'disconnected' && (
          <span className={`size-2 rounded-full ${connected ? 'bg-up' : 'animate-pulse bg-warn'}`} aria-hidden="true" />
        )}
        {connected ? <span className="font-mono">{shortAddress(wallet.address)}</span> : 'Connect wallet'}
      </button>
      {connected && shown === 'menu' && (
        <AccountMenu
          walletName={wallet.walletName}
          address={wallet.address}
          button={button}
          onClose={() => setShown('nothing')}
          onDisconnect={leave}
        />
      )}
      <WalletDialog
        open={shown === 'dialog'}
        wallet={wallet}
        choices={choices}
        onChoose={(walletName) => {
          onChosen?.()
          begin(walletName)
        }}
        onRetry={() => {
          onChosen?.()
          begin(session.walletName)
        }}
        onCancel={leave}
        onClose={() => setShown('nothing')}
      />
      {island.status === 'ready' && (
        <IslandBoundary
          key={session.key}
          onError={(error) => {
            setChoices((known) => known ?? [])
            publish({ status: 'disconnected', error: `A wallet in this browser failed: ${reasonText(error)}` })
          }}
        >
          <island.View
            ref={handle}
            walletName={session.walletName}
            onState={publish}
            onChoices={setChoices}
            onStrayEnd={() =>
              storeWalletName(published.current.status === 'connected' ? published.current.walletName : null)
            }
          />
        </IslandBoundary>
      )}
    </div>
  )
}

function buttonTitle(wallet: WalletState): string | undefined {
  switch (wallet.status) {
    case 'connected':
      return `${wallet.walletName}, ${wallet.address}`
    case 'connecting':
      return `Waiting for ${wallet.walletName}`
    case 'disconnected':
      return wallet.error ?? undefined
  }
}
