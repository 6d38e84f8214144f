import { sessionStats } from '../domain/session-stats'
import { useKeepFunding } from '../store/funding-history'
import { selectMarket } from '../store/selectors'
import { useStore } from '../store/store'
import { useTopicState } from '../store/use-freshness'
import { useFunding } from '../store/use-funding'
import { useTapeStore } from '../store/use-tape-store'
import { formatCountdown, formatDateTime, formatFixed, formatSigned, NO_FIGURE, plural } from '../ui/format'
import { Figure, FigureGroup, StateMark } from './figure-group'

/** The header's figures that need not come with the page: they rest on more than one message. */
export function LateFigures() {
  // Always on the page, so the history of all funding rates is kept from here.
  useKeepFunding()
  return (
    <>
      <FundingFigures />
      <SessionFigures />
    </>
  )
}

function SessionFigures() {
  const trades = useTopicState('recent_trades')
  const decimals = useStore((state) => selectMarket(state)?.decimals.price ?? 0)
  const session = useTapeStore((state) => selectMarket(state)?.session ?? null)
  const gaps = useTapeStore((state) => selectMarket(state)?.gaps.length ?? 0)
  const stats = session === null || trades.withheld ? null : sessionStats(session)
  const hint =
    stats === null
      ? 'Of the trades seen since the page opened this market'
      : `Of the ${plural(stats.trades, 'trade')} seen since the page opened this market, the oldest of ` +
        `${formatDateTime(stats.sinceMs)}; not of a day` +
        (gaps === 0 ? '' : `. Trades were missed in ${plural(gaps, 'gap')}`)
  const price = (value: number | undefined) => (value === undefined ? NO_FIGURE : formatFixed(value, decimals))
  return (
    <FigureGroup freshness={trades}>
      <Figure label="Session high" hint={hint} mark={<StateMark behind="Session high" state={trades.state} hidden />}>
        {price(stats?.high)}
      </Figure>
      <Figure label="Session low" hint={hint}>
        {price(stats?.low)}
      </Figure>
      <Figure label="Session volume" hint={hint} room={10}>
        {stats === null ? NO_FIGURE : `$${formatFixed(stats.valueUsd, 0)}`}
      </Figure>
    </FigureGroup>
  )
}

function FundingFigures() {
  const freshness = useTopicState('live_funding_rate')
  const marketId = useStore((state) => state.marketId)
  const { rows, decimals } = useFunding()
  const own = rows.find(({ row }) => row.marketId === marketId)
  const { next, interval } = own?.figures ?? { next: null, interval: null }
  const when =
    next === null || interval === null
      ? 'Known once two fundings in a row were seen'
      : `Expected at ${formatDateTime(next.atMs)}, by the period inferred from ${plural(interval.times, 'funding')} seen`
  return (
    <FigureGroup freshness={freshness}>
      <Figure
        label="Funding"
        hint="Rate as delivered; unit, sign and period are not documented"
        room={15}
        mark={<StateMark behind="Funding" state={freshness.state} />}
      >
        {own === undefined ? NO_FIGURE : formatSigned(own.row.rate, decimals)}
      </Figure>
      <Figure label="Next (inferred)" hint={when} room={7}>
        {next === null ? NO_FIGURE : formatCountdown(next.inMs)}
      </Figure>
    </FigureGroup>
  )
}
