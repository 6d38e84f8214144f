import { useMemo } from 'react'
import { type FundingRate, rateDecimals } from '../domain/funding'
import { type FundingFigures, fundingFigures } from '../domain/funding-figures'
import { fundingKey, type FundingSample } from '../domain/funding-history'
import { useFundingHistory } from './funding-history'
import { selectFunding } from './selectors'
import { useStore } from './store'
import { useExchangeNow } from './use-exchange-now'
import { useTopicState } from './use-freshness'

export interface FundingRow {
  readonly row: FundingRate
  /** Of its market, seen by this browser, oldest first. */
  readonly samples: readonly FundingSample[]
  /** Nothing but nulls while derived figures are withheld. */
  readonly figures: FundingFigures
}

export interface Funding {
  /** As delivered. */
  readonly rows: readonly FundingRow[]
  /** Of all rates, those of the history too: they stand under each other and grow no shorter with the next. */
  readonly decimals: number
}

const NOTHING: FundingFigures = { interval: null, perHour: null, perEightHours: null, perYear: null, next: null }

/** The funding rates of the network on show and what follows from them, looked at once a second. */
export function useFunding(): Funding {
  const networkId = useStore((state) => state.networkId)
  const rates = useStore((state) => selectFunding(state).rates)
  const history = useFundingHistory((state) => state.history)
  const { withheld } = useTopicState('live_funding_rate')
  const nowMs = useExchangeNow()
  const rows = useMemo(
    () => rates.map((row) => ({ row, samples: history.get(fundingKey(networkId, row.marketId)) ?? [] })),
    [rates, history, networkId],
  )
  const decimals = useMemo(
    () => rateDecimals(rows.flatMap(({ row, samples }) => [row.rate, ...samples.map(({ rate }) => rate)])),
    [rows],
  )
  return {
    rows: rows.map(({ row, samples }) => ({
      row,
      samples,
      figures: withheld ? NOTHING : fundingFigures(row, samples, nowMs),
    })),
    decimals,
  }
}
