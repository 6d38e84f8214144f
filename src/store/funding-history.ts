import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { DEMO_NETWORK } from '../config'
import type { FundingRate } from '../domain/funding'
import {
  addFunding,
  checkFundingHistory,
  type FundingHistory,
  type FundingSample,
  joinFunding,
  keptFundingHistory,
  newFundingSamples,
} from '../domain/funding-history'
import { LEAST_FUNDING_MS } from '../domain/funding-interval'
import { ageMs, type Stamp } from '../domain/time'
import { keep, onForget, readKept } from './kept'
import { selectFunding } from './selectors'
import { useStore } from './store'
import { useFreshness } from './use-freshness'

const NAME = 'perpscope.funding.1'
/** Fundings kept of a market: a week of hourly ones. */
const LIMIT = 168
/** A time that lies farther ahead is no next funding. */
const AHEAD_MS = 48 * 3_600_000

interface FundingHistoryState {
  readonly history: FundingHistory
  readonly add: (networkId: string, samples: ReadonlyMap<string, FundingSample>) => void
}

const readHistory = () => checkFundingHistory(readKept(NAME), LIMIT)

/** The funding rates that this browser has seen, in this visit and earlier ones. */
export const useFundingHistory = create<FundingHistoryState>()((set, get) => ({
  history: readHistory(),
  add(networkId, samples) {
    const before = get().history
    if (addFunding(before, networkId, samples, LIMIT) === before) return
    // Another tab may have kept what this one has not seen.
    const history = addFunding(joinFunding(before, readHistory(), LIMIT), networkId, samples, LIMIT)
    set({ history })
    keep(NAME, keptFundingHistory(withoutDemo(history)))
  },
}))

/** Each visit makes up another exchange: what one of them said is nothing to keep. */
function withoutDemo(history: FundingHistory): FundingHistory {
  return new Map([...history].filter(([key]) => !key.startsWith(`${DEMO_NETWORK.id}/`)))
}

interface Known {
  readonly networkId: string
  readonly rates: readonly FundingRate[]
  /** When they were last known to be the newest. */
  readonly at: Stamp
}

/** Adds each new rate to the history. Of the components that call it one is always there; what is known is not added twice. */
export function useKeepFunding(): void {
  const networkId = useStore((state) => state.networkId)
  const rates = useStore((state) => selectFunding(state).rates)
  const { asOf } = useFreshness('live_funding_rate')
  const add = useFundingHistory((history) => history.add)
  const known = useRef<Known | null>(null)
  useEffect(() => {
    if (asOf === null) return
    const before = known.current
    known.current = { networkId, rates, at: asOf }
    if (before?.rates === rates && before.networkId === networkId) return
    // No two fundings lie that close, so none can have passed unseen between these rates and those.
    const unbroken = before?.networkId === networkId && ageMs(before.at, asOf) < LEAST_FUNDING_MS
    const { clockOffsetMs } = useStore.getState().story
    const latestMs = asOf.wall - (clockOffsetMs ?? 0) + AHEAD_MS
    add(networkId, newFundingSamples(rates, unbroken ? before.rates : null, latestMs))
  }, [networkId, rates, asOf, add])
}

onForget(() => useFundingHistory.setState({ history: checkFundingHistory(null, LIMIT) }))
