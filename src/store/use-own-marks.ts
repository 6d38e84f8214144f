import { useMemo } from 'react'
import { type OwnMark, ownMarks } from '../domain/own-marks'
import { selectAccount } from './selectors'
import { useStore } from './store'
import { isDimmed, useTopicState } from './use-freshness'

export interface OwnMarks {
  readonly marks: readonly OwnMark[]
  /** Whether positions and open orders are as good as live; else the marks are drawn back, and some may be gone or missing. */
  readonly sure: boolean
}

/** Where the account on show stands in the market on show; the same list while nothing changed. */
export function useOwnMarks(): OwnMarks {
  const positions = useStore((state) => selectAccount(state).positions)
  const orders = useStore((state) => selectAccount(state).openOrders)
  const marketId = useStore((state) => state.marketId)
  const marks = useMemo(() => ownMarks(positions, orders, marketId), [positions, orders, marketId])
  const unsure = [useTopicState('positions').state, useTopicState('open_orders').state].some(isDimmed)
  return { marks, sure: !unsure }
}
