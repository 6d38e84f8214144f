/** What the page tells by itself: own fills and positions near their liquidation, at its edge, by notification and by voice. */
import { useCallback, useReducer, useRef } from 'react'
import { joinFills, type ToldFills } from '../domain/fill-news'
import type { Network } from '../domain/market'
import { subjectKey } from '../domain/subject'
import { NO_TOASTS, reduceToasts } from '../domain/toasts'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { Toast } from '../ui/toast'
import { AlertLines } from './alert-lines'
import { fillWords } from './alert-words'
import { Announcer } from './announcer'
import { LiquidationWarnings } from './liquidation-warnings'
import { useNotifier } from './notifier'
import { openAccount } from './open-account'
import { useFillNews } from './use-fill-news'

interface AlertsProps {
  readonly network: Network
}

export function Alerts({ network }: AlertsProps) {
  const fillToasts = usePreferences((preferences) => preferences.fillToasts)
  const notifyFills = usePreferences((preferences) => preferences.notifyFills)
  const percent = usePreferences((preferences) => preferences.liquidationPercent)
  return (
    <>
      <Announcer key={network.id} network={network} />
      {notifyFills && <FillNotifications network={network} />}
      <section
        aria-label="News"
        className="pointer-events-none fixed right-2 bottom-9 z-40 flex w-96 flex-col gap-2 empty:hidden max-lg:right-1.5 max-lg:bottom-[calc(3.25rem+0.5rem+env(safe-area-inset-bottom))] max-lg:left-1.5 max-lg:ml-auto max-lg:w-auto max-lg:max-w-96 print:hidden"
      >
        {percent > 0 && <LiquidationWarnings network={network} percent={percent} />}
        {fillToasts === 'on' && <FillToasts network={network} />}
      </section>
    </>
  )
}

const TOAST_MS = 6_000

function FillToasts({ network }: AlertsProps) {
  const account = useStore((state) => state.account)
  const [toasts, change] = useReducer(reduceToasts, NO_TOASTS)
  useFillNews((told) => change({ type: 'told', told, atMs: Date.now() }))
  const close = useCallback((id: number) => change({ type: 'closed', id }), [])
  // Another account on show is no place for them, not for one frame.
  const own = toasts.shown.filter(({ told }) => told.owner === account)
  return own.map(({ id, atMs, told }) => {
    const words = fillWords(told, { network, state: useStore.getState(), nowMs: atMs })
    return (
      <Toast
        key={id}
        id={id}
        lastsMs={TOAST_MS}
        version={told.fills.length}
        opens="Open the fills"
        onOpen={() => openAccount('fills')}
        onClose={close}
      >
        <AlertLines words={words} detailClass="text-muted" />
      </Toast>
    )
  })
}

/** One notification of all fills since the page was hidden. */
function FillNotifications({ network }: AlertsProps) {
  const untold = useRef<ToldFills | null>(null)
  const notifier = useNotifier(
    useCallback(() => {
      untold.current = null
    }, []),
  )
  useFillNews((told) => {
    if (!document.hidden) return
    const state = useStore.getState()
    const all = untold.current?.owner === told.owner ? joinFills(untold.current, told) : told
    untold.current = all
    const key = state.account === null ? '' : subjectKey(state.account)
    notifier.show(`${key} fills`, fillWords(all, { network, state, nowMs: Date.now() }), () => openAccount('fills'))
  })
  return null
}
