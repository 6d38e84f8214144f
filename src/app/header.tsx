import { type ReactNode, useId } from 'react'
import { marketName, type Network } from '../domain/market'
import { isDimmed, type TopicFreshness, useFreshness } from '../store/use-freshness'
import { selectBookTop, selectMarket } from '../store/selectors'
import { useStore } from '../store/store'
import { formatFixed, NO_FIGURE } from '../ui/format'
import { Connection } from './connection'
import { WatchAddress } from './watch-address'

interface HeaderProps {
  readonly network: Network
  readonly networks: readonly Network[]
  readonly onNetwork: (id: string) => void
  readonly onMarket: (id: string) => void
  readonly wallet: ReactNode
}

export function Header({ network, networks, onNetwork, onMarket, wallet }: HeaderProps) {
  const marketId = useStore((state) => state.marketId)
  const markets = network.markets.filter((market) => market.retired !== true || market.id === marketId)
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-panel px-3 py-2">
      <h1 className="flex items-center gap-2 text-sm font-semibold tracking-tight">
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="20" height="20" />
        Perpscope
      </h1>
      <Select
        label="Market"
        value={marketId}
        onChange={onMarket}
        options={markets.map(({ id }) => [id, marketName(network, id)])}
      />
      <Select
        label="Network"
        value={network.id}
        onChange={onNetwork}
        options={networks.map(({ id, label }) => [id, label])}
      />
      <MarketFigures />
      <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2">
        <WatchAddress />
        <Connection />
        {wallet}
      </div>
    </header>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [id: string, label: string])[]
  readonly onChange: (id: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 rounded border border-line bg-raised px-2 text-xs font-medium"
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}

function MarketFigures() {
  const book = useFreshness('orderbook')
  const trades = useFreshness('recent_trades')
  const top = useStore(selectBookTop)
  const last = useStore((store) => selectMarket(store)?.matches[0] ?? null)
  const decimals = useStore((store) => selectMarket(store)?.decimals.price ?? 0)
  const figure = (value: number | null | undefined, digits = decimals) =>
    value == null ? NO_FIGURE : formatFixed(value, digits)
  const derived = book.withheld ? null : top
  const lastTone = last?.takerSide === 'buy' ? 'text-up' : last?.takerSide === 'sell' ? 'text-down' : ''
  return (
    <div className="flex flex-wrap gap-x-5 text-xs">
      <FigureGroup freshness={trades}>
        <Figure label="Last" tone={`text-sm font-semibold ${lastTone}`}>
          {figure(last?.price)}
        </Figure>
      </FigureGroup>
      <FigureGroup freshness={book}>
        <Figure label="Mid">{figure(derived?.mid, decimals + 1)}</Figure>
        <Figure label="Best bid" tone="text-up">
          {figure(top?.bestBid)}
        </Figure>
        <Figure label="Best ask" tone="text-down">
          {figure(top?.bestAsk)}
        </Figure>
        <Figure label="Spread">{figure(derived?.spread)}</Figure>
      </FigureGroup>
    </div>
  )
}

interface FigureGroupProps {
  readonly freshness: TopicFreshness
  readonly children: ReactNode
}

/** Figures of one topic with the mark of how sure they are. */
function FigureGroup({ freshness, children }: FigureGroupProps) {
  const { state, trouble } = freshness
  const sure = state === 'live' || state === 'waiting'
  return (
    <dl data-state={state} title={trouble ?? undefined} className={`flex gap-x-5 ${isDimmed(state) ? 'dimmed' : ''}`}>
      {children}
      {!sure && (
        <div>
          <dt className="sr-only">State</dt>
          <dd className="text-2xs leading-3 font-medium text-warn">{state}</dd>
        </div>
      )}
    </dl>
  )
}

function Figure({
  label,
  tone = '',
  children,
}: {
  readonly label: string
  readonly tone?: string
  readonly children: string
}) {
  return (
    <div>
      <dt className="text-2xs leading-3 text-muted">{label}</dt>
      <dd className={`leading-5 ${tone}`}>{children}</dd>
    </div>
  )
}
