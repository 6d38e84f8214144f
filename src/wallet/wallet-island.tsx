/**
 * The only module that touches the adapter, loaded on demand and shown beside the app, never around it. One mounted
 * island is one attempt: its caller changes the key for the next, so a late answer of an abandoned one (the adapter
 * would mix its account with the next wallet's name) reaches nobody.
 */
import { AptosWalletAdapterProvider, useWallet } from '@aptos-labs/wallet-adapter-react'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { WalletState } from '../domain/wallet'
import { type Attempt, reasonText, toWalletState } from './adapter-state'
import { toChoices, type WalletChoice } from './wallet-choice'

/**
 * How long an extension may take to register, and then to answer, before the page says so. What comes later still
 * counts: the attempt goes on until the reader starts another.
 */
const LIMIT_MS = { find: 5_000, answer: 20_000 } as const
type Phase = keyof typeof LIMIT_MS

export interface IslandHandle {
  readonly disconnect: () => void
}

export interface IslandProps {
  /** The wallet to connect with as soon as it registers; null only lists wallets. */
  readonly walletName: string | null
  readonly onState: (state: WalletState) => void
  readonly onChoices: (choices: readonly WalletChoice[]) => void
  /** An abandoned attempt has ended, and the adapter has stored or erased a wallet's name for it. */
  readonly onStrayEnd: () => void
  readonly ref?: Ref<IslandHandle>
}

export default function WalletIsland(props: IslandProps) {
  useEffect(() => {
    // The provider subscribes to a wallet's changes without catching; its rejections, and only its, are bare strings.
    const contain = (event: PromiseRejectionEvent) => {
      if (typeof event.reason === 'string') event.preventDefault()
    }
    window.addEventListener('unhandledrejection', contain)
    return () => window.removeEventListener('unhandledrejection', contain)
  }, [])
  // The bridge connects by itself: the provider's autoConnect leaves its rejection unhandled.
  return (
    <AptosWalletAdapterProvider autoConnect={false} disableTelemetry>
      <Bridge {...props} />
    </AptosWalletAdapterProvider>
  )
}

function Bridge({ walletName, onState, onChoices, onStrayEnd, ref }: IslandProps) {
  const adapter = useWallet()
  const { wallets, notDetectedWallets } = adapter
  const phase = wallets.some((wallet) => wallet.name === walletName) ? 'answer' : 'find'
  const [outcome, setOutcome] = useState<Attempt | null>(null)
  const [overdue, setOverdue] = useState<Phase | null>(null)
  const attempt = outcome ?? toAttempt(walletName, phase, overdue)

  // The adapter's functions and the caller's are new at every render; effects must not run again for that.
  const latest = useRef({ adapter, onState, onChoices, onStrayEnd })
  useEffect(() => {
    latest.current = { adapter, onState, onChoices, onStrayEnd }
  })

  useEffect(() => {
    latest.current.onChoices(toChoices(wallets, notDetectedWallets))
  }, [wallets, notDetectedWallets])

  const abandoned = useRef(false)
  useEffect(() => {
    abandoned.current = false
    return () => {
      abandoned.current = true
    }
  }, [])

  useEffect(() => {
    if (walletName === null || phase === 'find') return
    const end = (result: Attempt) => (abandoned.current ? latest.current.onStrayEnd() : setOutcome(result))
    Promise.resolve(latest.current.adapter.connect(walletName)).then(
      () => end({ status: 'idle' }),
      (error: unknown) => end({ status: 'failed', reason: `${walletName}: ${reasonText(error)}` }),
    )
  }, [walletName, phase])

  useEffect(() => {
    if (walletName === null || outcome !== null) return
    const timer = setTimeout(() => setOverdue(phase), LIMIT_MS[phase])
    return () => clearTimeout(timer)
  }, [walletName, phase, outcome])

  // Every render reports; the caller passes on what really changed.
  useEffect(() => {
    latest.current.onState(toWalletState(adapter, attempt))
  })

  useImperativeHandle(
    ref,
    () => ({
      disconnect: () => {
        // Said to the wallet only; a refusal changes nothing here, the page has let go already.
        Promise.resolve(latest.current.adapter.disconnect()).catch(() => undefined)
      },
    }),
    [],
  )

  return null
}

function toAttempt(walletName: string | null, phase: Phase, overdue: Phase | null): Attempt {
  if (walletName === null) return { status: 'idle' }
  if (overdue !== phase) return { status: 'pending', walletName }
  const silence = `${walletName} has not answered for ${LIMIT_MS.answer / 1000} seconds: open or unlock it, or try again`
  return { status: 'failed', reason: phase === 'find' ? `${walletName} was not found in this browser` : silence }
}
