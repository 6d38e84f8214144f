import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { marketName, type Network } from '../domain/market'
import { selectMarket, selectMarketOf } from '../store/selectors'
import { useStore } from '../store/store'
import { isDimmed, useFreshness } from '../store/use-freshness'
import { type Funding, useFunding } from '../store/use-funding'
import { type LiveMid, useLiveMids } from '../store/use-live-mids'
import { Toned } from '../ui/figures'
import { formatCountdown, formatFixed, formatSigned, NO_FIGURE } from '../ui/format'

interface MarketListProps {
  readonly network: Network
  readonly onMarket: (id: string) => void
  readonly onClose: () => void
}

const HEAD = 'h-7 px-2 text-2xs font-medium text-muted first:pl-3 last:pr-3'
const CELL = 'h-8 max-sm:h-11 px-2 text-right first:pl-0 last:pr-3'

/** A dialog with a row a market: Tab or the arrows walk through them, Enter takes one, Escape leaves. */
export function MarketList({ network, onMarket, onClose }: MarketListProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const shownId = useStore((state) => state.marketId)
  const markets = network.markets.filter(({ id, retired }) => retired !== true || id === shownId)
  const mids = useLiveMids(markets.map(({ id }) => id))
  const funding = useFunding()
  const { state } = useFreshness('live_funding_rate')

  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    // The dialog has no padding of its own: a press on the element itself is one on the backdrop.
    const onPress = (event: Event) => {
      if (event.target === element) element.close()
    }
    element.addEventListener('click', onPress)
    element.showModal()
    element.querySelector<HTMLElement>('[aria-current]')?.focus()
    return () => element.removeEventListener('click', onPress)
  }, [])

  function choose(id: string) {
    dialog.current?.close()
    onMarket(id)
  }

  function onKey(event: KeyboardEvent<HTMLButtonElement>) {
    const buttons = [...(dialog.current?.querySelectorAll<HTMLElement>('tbody button') ?? [])]
    const next = nextIndex(event.key, buttons.indexOf(event.currentTarget), buttons.length)
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      onClose={onClose}
      className="m-2 w-96 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-panel p-0 text-text shadow-xl backdrop:bg-black/20 max-sm:mx-0 max-sm:mt-auto max-sm:mb-0 max-sm:w-screen max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:backdrop:bg-black/60 sm:mt-11 sm:ml-28"
    >
      <div className="flex max-h-[80vh] flex-col overflow-y-auto text-xs">
        <div className="flex items-center justify-between px-3 pt-2">
          <h2 id={title} className="text-sm font-semibold">
            Markets on {network.label}
          </h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="h-6 rounded border border-line bg-raised px-2 max-sm:h-8 max-sm:px-3"
          >
            Close
          </button>
        </div>
        <table aria-label="Markets" className="mt-1 w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Market
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Price
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Funding
                {isDimmed(state) && <span className="ml-1 text-warn">{state}</span>}
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Next (inferred)
              </th>
            </tr>
          </thead>
          <tbody>
            {markets.map(({ id }) => (
              <tr key={id} className="relative hover:bg-raised has-aria-[current]:bg-accent-wash">
                <td className="h-8 p-0 max-sm:h-11">
                  <button
                    type="button"
                    aria-current={id === shownId ? 'true' : undefined}
                    aria-describedby={`${title}-${id}-price ${title}-${id}-funding`}
                    onKeyDown={onKey}
                    onClick={() => choose(id)}
                    className="h-8 px-3 font-medium after:absolute after:inset-0"
                  >
                    {marketName(network, id)}
                  </button>
                </td>
                <td id={`${title}-${id}-price`} className={CELL}>
                  <Price marketId={id} mid={mids.get(id)} />
                </td>
                <FundingCells id={`${title}-${id}-funding`} marketId={id} funding={funding} dimmed={isDimmed(state)} />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="border-t border-line px-3 py-1.5 text-2xs text-muted">
          Prices come for the market on show and for those in which the account holds something.
        </p>
      </div>
    </dialog>
  )
}

/** The last price where the market's trades come, else the mid of its book. */
function Price({ marketId, mid }: { readonly marketId: string; readonly mid: LiveMid | undefined }) {
  const { state } = useFreshness('recent_trades')
  const onShow = useStore((store) => store.marketId === marketId)
  const decimals = useStore((store) => selectMarketOf(store, marketId)?.decimals.price ?? 0)
  const last = useStore((store) => (onShow ? (selectMarket(store)?.matches[0]?.price ?? null) : null))
  const isLast = last !== null && !isDimmed(state)
  const price = isLast ? last : (mid?.price ?? null)
  if (price === null) return NO_FIGURE
  const delayed = isLast ? state === 'delayed' : mid?.delayed === true
  return (
    <>
      {formatFixed(price, isLast ? decimals : decimals + 1)}{' '}
      <span className="text-2xs text-muted">{isLast ? 'last' : 'mid'}</span>
      {delayed && <span className="ml-1 text-2xs text-warn">delayed</span>}
    </>
  )
}

interface FundingCellsProps {
  readonly id: string
  readonly marketId: string
  readonly funding: Funding
  readonly dimmed: boolean
}

function FundingCells({ id, marketId, funding: { rows, decimals }, dimmed }: FundingCellsProps) {
  const own = rows.find(({ row }) => row.marketId === marketId)
  const rate = own?.row.rate ?? null
  const next = own?.figures.next ?? null
  const cell = `${CELL} ${dimmed ? 'dimmed' : ''}`
  return (
    <>
      <td id={id} className={cell}>
        {rate === null ? (
          NO_FIGURE
        ) : (
          <Toned direction={rate > 0 ? 'up' : rate < 0 ? 'down' : null}>{formatSigned(rate, decimals)}</Toned>
        )}
      </td>
      <td className={cell}>{next === null ? NO_FIGURE : formatCountdown(next.inMs)}</td>
    </>
  )
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (index - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
