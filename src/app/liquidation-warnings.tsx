import { useCallback, useEffect, useRef, useState } from 'react'
import type { Position } from '../domain/account'
import { freshness } from '../domain/freshness'
import { type LiquidationDistance, liquidationDistance } from '../domain/liquidation'
import { watchLiquidation } from '../domain/liquidation-watch'
import type { Network } from '../domain/market'
import { type AccountSubject, subjectKey } from '../domain/subject'
import type { Stamp } from '../domain/time'
import { useNow } from '../store/clock'
import { selectAccount, selectFreshnessSource } from '../store/selectors'
import { type State, useStore } from '../store/store'
import { isDimmed } from '../store/use-freshness'
import { type LiveMid, liveMidOf } from '../store/use-live-mids'
import { plural } from '../ui/format'
import { Toast } from '../ui/toast'
import { AlertLines } from './alert-lines'
import { liquidationWords, type NearLiquidation } from './alert-words'
import { useNotifier } from './notifier'
import { openAccount } from './open-account'

interface LiquidationWarningsProps {
  readonly network: Network
  /** Of the price: positions nearer to their liquidation are warned of. */
  readonly percent: number
}

interface Warning extends NearLiquidation {
  readonly owner: AccountSubject
}

/** The rest is counted. */
const MOST_LINES = 3

/** Looks once a second, and with each commit while the page is hidden; what it has told stays until the reader closes it. */
export function LiquidationWarnings({ network, percent }: LiquidationWarningsProps) {
  const now = useNow()
  const account = useStore((state) => state.account)
  const watched = useRef<{ readonly owner: AccountSubject | null; readonly warned: ReadonlySet<string> }>(NOBODY)
  const [warnings, setWarnings] = useState<readonly Warning[]>([])
  const notifier = useNotifier()
  const close = useCallback(() => setWarnings([]), [])

  useEffect(() => {
    const state = useStore.getState()
    const { account: owner } = state
    const looks = looksAt(state, now)
    if (owner === null || looks === null) return
    const before = watched.current.owner === owner ? watched.current.warned : NOBODY.warned
    const { warned, near } = watchLiquidation(before, looks, percent)
    watched.current = { owner, warned }
    const news = looks.flatMap((look) => (near.includes(look.tradeId) ? warningOf(look, owner, now) : []))
    if (news.length === 0) return
    setWarnings((held) => [
      ...news,
      ...held.filter((other) => other.owner === owner && !near.includes(other.position.tradeId)),
    ])
    for (const warning of news) {
      const words = liquidationWords(warning, { network, state, nowMs: now.wall })
      notifier.show(`${subjectKey(owner)} ${warning.position.tradeId}`, words, () => openAccount('positions'))
    }
  }, [now, network, percent, notifier])

  const own = warnings.filter(({ owner }) => owner === account)
  if (own.length === 0) return null
  const context = { network, state: useStore.getState(), nowMs: now.wall }
  const lines = own.slice(0, MOST_LINES).map((warning) => ({
    words: liquidationWords(warning, context),
    key: warning.position.tradeId,
  }))
  return (
    <>
      <p role="alert" className="sr-only">
        {lines[0]?.words.title}
      </p>
      <Toast
        id={0}
        tone="warn"
        lastsMs={null}
        version={0}
        opens="Open the positions"
        onOpen={() => openAccount('positions')}
        onClose={close}
      >
        {lines.map(({ key, words }) => (
          <span key={key} className="mb-1 block last:mb-0">
            <AlertLines words={words} detailClass="" />
          </span>
        ))}
        {own.length > MOST_LINES && `and ${plural(own.length - MOST_LINES, 'position')} more`}
      </Toast>
    </>
  )
}

const NOBODY = { owner: null, warned: new Set<string>() }

interface Look {
  readonly tradeId: string
  readonly position: Position
  readonly distance: LiquidationDistance
  readonly mid: LiveMid | null
}

/** The positions on show by their mids; null while the positions are not sure themselves. */
function looksAt(state: State, now: Stamp): readonly Look[] | null {
  if (isDimmed(freshness(selectFreshnessSource(state, 'positions'), now).state)) return null
  return selectAccount(state).positions.map((position) => {
    const mid = liveMidOf(state, position.marketId, now)
    const distance = liquidationDistance(position, mid?.price ?? null)
    return { tradeId: position.tradeId, position, distance, mid }
  })
}

function warningOf({ position, distance, mid }: Look, owner: AccountSubject, now: Stamp): Warning[] {
  const { liquidationPrice } = position
  if (mid === null || liquidationPrice === null || !('percent' in distance)) return []
  return [{ owner, position, liquidationPrice, percent: distance.percent, mid, atMs: now.wall }]
}
