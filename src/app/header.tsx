import { type ReactNode, useId, useState } from 'react'
import { marketName, type Network } from '../domain/market'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { useAsked } from '../store/use-asked'
import { Boundary } from '../ui/boundary'
import { late } from '../ui/late'
import { scrollStop } from '../ui/scroll-stop'
import { Connection } from './connection'
import { BookFigures, LastFigure } from './market-figures'
import { WatchAddress } from './watch-address'

interface HeaderProps {
  readonly network: Network
  readonly networks: readonly Network[]
  readonly onNetwork: (id: string) => void
  readonly onMarket: (id: string) => void
  readonly wallet: ReactNode
  /** Changes when numbers or times are to be written otherwise. */
  readonly formats: string
}

// What the first figures need not wait for.
const LateFigures = late(async () => (await import('./late-figures')).LateFigures, null)
const MarketList = late(async () => (await import('./market-list')).MarketList, null)
const Settings = late(async () => (await import('./settings')).Settings, null)

const CONTROL = 'h-8 rounded border border-line bg-raised px-2 text-xs font-medium'

export function Header({ network, networks, onNetwork, onMarket, wallet, formats }: HeaderProps) {
  const marketId = useStore((state) => state.marketId)
  const markets = network.markets.filter((market) => market.retired !== true || market.id === marketId)
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-panel px-3 py-1.5 [reading-flow:flex-visual] min-[1400px]:flex-nowrap">
      {/* With the settings it fills a phone's first line. */}
      <div className="flex min-w-0 items-center gap-x-3 max-sm:basis-[calc(100%-3rem)] min-[1400px]:shrink-0">
        <h1 className="flex shrink-0 items-center gap-2 text-sm font-semibold tracking-tight">
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="20" height="20" />
          <span className="max-sm:sr-only">Perpscope</span>
        </h1>
        <div className="flex min-w-0 items-center gap-1">
          <Select
            label="Market"
            value={marketId}
            onChange={onMarket}
            options={markets.map(({ id }) => [id, marketName(network, id)])}
          />
          <AllMarkets network={network} onMarket={onMarket} />
        </div>
        <Select
          label="Network"
          value={network.id}
          onChange={onNetwork}
          options={networks.map(({ id, label }) => [id, label])}
        />
      </div>
      {/* One line in any case: what finds no room is scrolled to, with a fading edge to tell of it. */}
      <section
        key={formats}
        aria-label="Figures of the market"
        className="order-last h-8 w-full min-w-0 text-xs max-lg:order-3 max-sm:w-0 max-sm:flex-1 sm:max-lg:w-1/2 sm:max-lg:grow min-[1400px]:order-none min-[1400px]:w-auto min-[1400px]:flex-1"
      >
        {/* No flex item: a browser lays those out with all that is around them, with each new figure. */}
        <div
          ref={scrollStop}
          className="flex h-full gap-x-4 overflow-x-auto contain-strict mask-r-from-[calc(100%-1rem)] pr-4 sm:mask-r-from-[calc(100%-2.5rem)] sm:pr-10 [scrollbar-width:none]"
        >
          <LastFigure />
          <BookFigures />
          <Boundary broken={(reason, retry) => <Broken what="The rest" reason={reason} retry={retry} />}>
            <LateFigures />
          </Boundary>
        </div>
      </section>
      <div className="flex min-w-0 items-center gap-2 [reading-flow:flex-visual] max-lg:contents lg:ml-auto min-[1400px]:shrink-0">
        {/* A phone shows the way to an account on the account's page alone, on a line of its own. */}
        <div className="max-sm:order-5 max-sm:hidden max-sm:w-full max-sm:flex-wrap max-sm:items-center max-sm:gap-2 max-sm:group-data-[page=account]/app:flex sm:contents">
          <div className="flex min-w-0 items-center gap-2 max-lg:flex-1 max-lg:basis-48 sm:max-lg:order-1">
            <WatchAddress />
          </div>
          <div className="max-sm:ml-auto sm:max-lg:order-5 lg:order-2">{wallet}</div>
        </div>
        <div className="max-lg:order-4 lg:order-1">
          <Connection />
        </div>
        <div className="max-lg:order-2 max-lg:ml-auto lg:order-3">
          <SettingsButton />
        </div>
      </div>
    </header>
  )
}

function SettingsButton() {
  const [open, setOpen] = useState(false)
  const keys = usePreferences(({ shortcuts }) => shortcuts)
  useAsked('settings', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        aria-label="Settings"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts={keys ? ',' : undefined}
        title="Settings"
        onClick={() => setOpen(true)}
        className={`${CONTROL} grid w-8 place-items-center px-0`}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-current" strokeWidth="1.4">
          <path d="M2 5h7m4 0h1M2 11h1m4 0h7" />
          <circle cx="11" cy="5" r="2" />
          <circle cx="5" cy="11" r="2" />
        </svg>
      </button>
      {open && (
        <Boundary broken={(reason, retry) => <Broken what="Settings" reason={reason} retry={retry} />}>
          <Settings onClose={() => setOpen(false)} />
        </Boundary>
      )}
    </>
  )
}

interface AllMarketsProps {
  readonly network: Network
  readonly onMarket: (id: string) => void
}

/** Every market with its price and funding, for choosing one by them. */
function AllMarkets({ network, onMarket }: AllMarketsProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label="All markets"
        aria-haspopup="dialog"
        aria-expanded={open}
        title="All markets with price and funding"
        onClick={() => setOpen(true)}
        className={CONTROL}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 stroke-current" strokeWidth="1.5">
          <path d="M2 4h12M2 8h12M2 12h12" />
        </svg>
      </button>
      {open && (
        <Boundary broken={(reason, retry) => <Broken what="The list" reason={reason} retry={retry} />}>
          <MarketList network={network} onMarket={onMarket} onClose={() => setOpen(false)} />
        </Boundary>
      )}
    </>
  )
}

interface BrokenProps {
  readonly what: string
  readonly reason: string
  readonly retry: () => void
}

function Broken({ what, reason, retry }: BrokenProps) {
  return (
    <button type="button" onClick={retry} title={reason} className={`${CONTROL} whitespace-nowrap text-warn`}>
      {what} broke: try again
    </button>
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
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={`${CONTROL} min-w-0`}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}
