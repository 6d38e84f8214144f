import { dayOf } from '../../domain/iso-time'
import { marketName, type Network } from '../../domain/market'
import { localOffsetMs } from './filters'

export interface TotalsTableProps {
  readonly by: 'market' | 'day'
  readonly network: Network
  /** The rows are not sure enough to be reckoned with. */
  readonly withheld: boolean
}

interface Grouping {
  readonly header: string
  readonly keyOf: (marketId: string, timeMs: number | null) => string | null
  readonly nameOf: (key: string | null) => string
}

const BY_DAY: Grouping = {
  header: 'Local day',
  keyOf: (_marketId, timeMs) => dayOf(timeMs, localOffsetMs),
  nameOf: (day) => day ?? 'No time',
}

export function groupingBy(by: 'market' | 'day', network: Network): Grouping {
  if (by === 'day') return BY_DAY
  return { header: 'Pair', keyOf: (marketId) => marketId, nameOf: (id) => marketName(network, id ?? '') }
}
