import type { ReactNode } from 'react'
import type { FundingRate } from '../../domain/funding'
import type { FundingInterval, NextFunding } from '../../domain/funding-interval'
import { marketName, type Network } from '../../domain/market'
import type { FundingRow } from '../../store/use-funding'
import type { Column } from '../../ui/data-table'
import { Toned } from '../../ui/figures'
import { formatAge, formatCountdown, formatDateTime, formatSigned, NO_FIGURE, plural } from '../../ui/format'
import { Sparkline } from './sparkline'

/** Over figures that rest on the usual reading of the rate, which the exchange has not confirmed. */
export const ASSUMED = '≈'

/** The columns of the rates; two figures share one, since the panel is narrow. */
export function fundingColumns(network: Network, decimals: number): readonly Column<FundingRow>[] {
  const confirmed = network.fundingConfirmed === true
  const mark = confirmed ? '' : `${ASSUMED} `
  const assumed = confirmed ? '' : 'Assumed: the rate is a fraction each period. '
  const percent = (fraction: number | null, digits: number) =>
    fraction === null ? null : `${formatSigned(fraction * 100, digits)} %`
  return [
    {
      header: 'Market',
      hint: 'Below it the funding period, inferred from the times of the fundings that this browser has seen',
      cell: ({ row, figures: { interval } }) => (
        <Two first={marketName(network, row.marketId)} second={interval === null ? null : <Period {...interval} />} />
      ),
    },
    {
      header: 'Rate',
      hint: 'As delivered; unit, sign and period are not documented. Below it the rates that this browser has seen',
      align: 'right',
      cell: ({ row, samples }) => (
        <Two
          first={<Rate row={row} decimals={decimals} />}
          second={samples.length < 2 ? null : <Sparkline samples={samples} label={courseWords(samples, decimals)} />}
        />
      ),
      sortValue: ({ row }) => row.rate,
    },
    {
      header: `${mark}8 h, 1 h`,
      hint: `${assumed}Over 8 hours, and below it over one, without compounding`,
      align: 'right',
      room: 8,
      cell: ({ figures }) => <Two first={percent(figures.perEightHours, 4)} second={percent(figures.perHour, 4)} />,
    },
    {
      header: `${mark}1 y, next`,
      hint: `${assumed}Over a year without compounding; below it the time left to the next funding, by the inferred period`,
      align: 'right',
      room: 8,
      cell: ({ figures }) => (
        <Two first={percent(figures.perYear, 2)} second={figures.next && <Next {...figures.next} />} />
      ),
      sortValue: ({ figures }) => figures.perYear,
    },
  ]
}

/** Two lines in a row of one; the second is the minor one. */
function Two({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <div className="flex h-[28px] flex-col justify-center leading-[13px] [td.figure>&]:items-end">
      <div>{first ?? NO_FIGURE}</div>
      {second !== null && <div className="text-2xs leading-[11px] text-muted">{second}</div>}
    </div>
  )
}

function Rate({ row, decimals }: { readonly row: FundingRate; readonly decimals: number }) {
  const applied = row.transactionMs === null ? 'not told' : formatDateTime(row.transactionMs)
  const changed = row.updatedMs === null ? 'not told' : formatDateTime(row.updatedMs)
  return (
    <span title={`Applied ${applied}, changed ${changed}`}>
      <Toned direction={row.rate > 0 ? 'up' : row.rate < 0 ? 'down' : null}>{formatSigned(row.rate, decimals)}</Toned>
    </span>
  )
}

function Period({ intervalMs, times }: FundingInterval) {
  return <span title={`Inferred from ${plural(times, 'funding')} seen`}>each {periodWords(intervalMs)}</span>
}

/** "1 h", "30 min", "1 h 30 min". */
export function periodWords(intervalMs: number): string {
  return formatAge(intervalMs).replace(/ 0 min$/, '')
}

function Next({ atMs, inMs }: NextFunding) {
  return (
    <time dateTime={new Date(atMs).toISOString()} title={`Expected at ${formatDateTime(atMs)}`}>
      {formatCountdown(inMs)}
    </time>
  )
}

function courseWords(samples: FundingRow['samples'], decimals: number): string {
  const rates = samples.map(({ rate }) => rate)
  const [low, high] = [Math.min(...rates), Math.max(...rates)].map((rate) => formatSigned(rate, decimals))
  const since = formatDateTime(samples[0]?.timeMs ?? 0)
  return `${plural(samples.length, 'funding')} seen by this browser since ${since}: from ${low} to ${high}`
}
