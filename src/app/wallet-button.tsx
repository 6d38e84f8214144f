import { useCallback, useRef } from 'react'
import type { WalletState } from '../domain/wallet'
import { useStore } from '../store/store'
import { Boundary } from '../ui/boundary'
import { late } from '../ui/late'

const BUTTON = 'h-8 rounded border border-line bg-raised px-3 text-xs font-medium whitespace-nowrap'

// Asked for at once but apart from the entry chunk: the figures come first.
const ConnectWallet = late(
  async () => (await import('../wallet/connect-wallet')).ConnectWallet,
  <button type="button" disabled className={BUTTON}>
    Connect wallet
  </button>,
)

/** The wallet's place in the header. A connection that the reader made by hand ends watching somebody else. */
export function WalletButton() {
  const wallet = useStore((state) => state.wallet)
  const setWallet = useStore((state) => state.setWallet)
  const byHand = useRef(false)
  const onWallet = useCallback(
    (next: WalletState) => {
      setWallet(next)
      if (next.status === 'connecting') return
      if (next.status === 'connected' && byHand.current) useStore.getState().setWatch(null)
      byHand.current = false
    },
    [setWallet],
  )
  return (
    <Boundary broken={(reason, retry) => <Broken reason={reason} retry={retry} />}>
      <ConnectWallet wallet={wallet} onWallet={onWallet} onChosen={() => (byHand.current = true)} />
    </Boundary>
  )
}

function Broken({ reason, retry }: { readonly reason: string; readonly retry: () => void }) {
  return (
    <button type="button" onClick={retry} title={reason} className={`${BUTTON} text-warn`}>
      Wallet part broke: try again
    </button>
  )
}
