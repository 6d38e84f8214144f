/**
 * The page on a narrow screen: a few panels at a time, chosen from a bar at its foot. Panels that are not on show are not
 * drawn at all: what came meanwhile could be seen for a frame as it was when they were left.
 */
import type { Network } from '../domain/market'
import { type PageName, useStore } from '../store/store'
import { useMedia } from '../ui/use-media'
import { type PanelName, PanelOf } from './panels'
import { StatusBar } from './status-bar'

interface Page {
  readonly id: PageName
  readonly label: string
  readonly icon: string
  readonly panels: readonly PanelName[]
}

const CHART: Page = { id: 'chart', label: 'Chart', icon: 'M2 14h12M4 11V6m4 5V3m4 8V8', panels: ['price', 'depth'] }
const BOOK: Page = { id: 'book', label: 'Book', icon: 'M2 4h9M2 7h5M2 10h8M2 13h12', panels: ['book'] }
const TRADES: Page = { id: 'trades', label: 'Trades', icon: 'M5 3v10L2 10m9 3V3l3 3', panels: ['trades'] }
const ACCOUNT: Page = {
  id: 'account',
  label: 'Account',
  icon: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 14c.5-3 2.5-4 5-4s4.500 1 5 4',
  panels: ['account'],
}
const MORE: Page = { id: 'more', label: 'More', icon: 'M3 8h.01M8 8h.01M13 8h.01', panels: ['funding'] }

/** With room for two panels beside each other. */
const BOOK_AND_TRADES: Page = { ...BOOK, panels: ['book', 'trades'] }

const NARROW: readonly Page[] = [CHART, BOOK, TRADES, ACCOUNT, MORE]
const WIDER: readonly Page[] = [CHART, BOOK_AND_TRADES, ACCOUNT, MORE]

/** Panels that scroll inside fill the page; a chart has a height of its own, and the page scrolls. */
export const HEIGHTS: Readonly<Record<PanelName, string>> = {
  price: 'h-96 shrink-0',
  depth: 'h-160 shrink-0 sm:h-130',
  book: 'min-h-96 flex-1',
  trades: 'min-h-96 flex-1',
  account: 'min-h-96 flex-1',
  funding: 'min-h-72 flex-1',
}

export function Pages({ network }: { readonly network: Network }) {
  const page = useStore((state) => state.page)
  const showPage = useStore((state) => state.showPage)
  const pages = useMedia('(min-width: 640px)') ? WIDER : NARROW
  const shown = pages.find(({ id }) => id === page) ?? BOOK_AND_TRADES
  return (
    <>
      <main
        // Another page begins at its top.
        key={shown.id}
        id="panels"
        tabIndex={-1}
        className={`flex min-h-0 flex-1 gap-1.5 overflow-y-auto p-1.5 -outline-offset-2 ${shown === BOOK_AND_TRADES ? '' : 'flex-col'}`}
      >
        {shown.panels.map((name) => (
          <div
            key={name}
            data-panel-name={name}
            className={`flex min-w-0 flex-col gap-1.5 *:last:flex-1 ${HEIGHTS[name]}`}
          >
            <PanelOf name={name} network={network} />
          </div>
        ))}
        {shown === MORE && (
          // Above what stands over the page's end while the link is being tried anew: then the diagnostics are wanted.
          <div className="mb-11 shrink-0">
            <StatusBar />
          </div>
        )}
      </main>
      {shown === CHART && <ChartCredit />}
      <nav
        aria-label="Pages"
        className="shrink-0 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] print:hidden"
      >
        <ul className="flex">
          {pages.map(({ id, label, icon }) => (
            <li key={id} className="flex-1">
              <button
                type="button"
                aria-current={id === shown.id ? 'page' : undefined}
                onClick={() => showPage(id)}
                className="flex h-[max(3.25rem,44px)] w-full flex-col items-center justify-center gap-0.5 text-2xs text-muted -outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent"
              >
                <svg
                  viewBox="0 0 16 16"
                  aria-hidden="true"
                  className="size-5 fill-none stroke-current"
                  strokeWidth="1.5"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                >
                  <path d={icon} />
                </svg>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

/** The chart library's licence wants its makers named where the charts are; the page's foot is on another page. */
function ChartCredit() {
  return (
    <footer className="-mt-1 px-3 text-right text-2xs text-muted">
      <a
        href="https://www.tradingview.com/"
        target="_blank"
        rel="noreferrer"
        className="inline-block py-1 hover:text-accent"
      >
        Charts by TradingView
      </a>
    </footer>
  )
}
