import { useMemo } from 'react'
import type { BookShape } from '../../domain/book'
import { lastPrice } from '../../domain/last-price'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useFreshness } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'

const SHAPE_WORDS: Readonly<Record<Exclude<BookShape, 'normal'>, string>> = {
  locked: 'Locked: best bid equals best ask',
  crossed: 'Crossed: best bid above best ask',
  'no-bids': 'No bids',
  'no-asks': 'No asks',
  empty: 'The book is empty',
}

const NOTHING_DERIVED = { mid: null, spread: null, spreadBps: null }

/** Between the sides: the last price, which is as sure as the trades, and mid and spread, which are as sure as the book. */
export function LadderMiddle({ priceDecimals }: { readonly priceDecimals: number }) {
  const top = useStore(selectBookTop)
  const { withheld } = useFreshness('orderbook')
  if (top === null) return null
  const { shape } = top
  const { mid, spread, spreadBps } = withheld ? NOTHING_DERIVED : top
  return (
    <div className="flex h-10 shrink-0 items-center justify-between gap-3 border-y border-line bg-raised px-3">
      <Last priceDecimals={priceDecimals} />
      <dl className="min-w-0 flex-1 leading-4 whitespace-nowrap">
        <div className="figure">
          <dt className="mr-1.5 inline text-2xs text-muted">Mid</dt>
          <dd className="inline font-semibold">{mid === null ? NO_FIGURE : formatFixed(mid, priceDecimals + 1)}</dd>
        </div>
        <div className="figure">
          <dt className="mr-1.5 inline text-2xs text-muted">{shape === 'normal' ? 'Spread' : SHAPE_WORDS[shape]}</dt>
          <dd className="inline">{spread === null ? NO_FIGURE : formatFixed(spread, priceDecimals)}</dd>
          {spreadBps !== null && (
            <dd className="inline-block min-w-[9ch] text-2xs text-muted">{`${formatFixed(spreadBps, 1)} bps`}</dd>
          )}
        </div>
      </dl>
    </div>
  )
}

const ARROWS = { up: '▲', down: '▼' }

function Last({ priceDecimals }: { readonly priceDecimals: number }) {
  const matches = useStore((state) => selectMarket(state)?.matches)
  const { state, trouble } = useFreshness('recent_trades')
  const last = useMemo(() => lastPrice(matches ?? []), [matches])
  const text = (price: number) => formatFixed(price, priceDecimals)
  const dimmed = isDimmed(state)
  const direction = state === 'unverified' ? null : (last?.direction ?? null)
  const tone = direction === null ? '' : direction === 'up' ? 'text-up' : 'text-down'
  const from = last?.before == null ? undefined : `The trade before at another price: ${text(last.before)}`
  return (
    <dl title={trouble ?? from} className="whitespace-nowrap">
      <dt className="text-2xs leading-4 text-muted">
        Last
        {last !== null && state !== 'live' && <span className="ml-1.5 text-warn">trades {state}</span>}
      </dt>
      <dd className={`text-sm leading-4 font-semibold ${dimmed ? 'text-muted' : tone}`}>
        {last === null ? NO_FIGURE : text(last.price)}
        {direction !== null && (
          <>
            <span aria-hidden="true" className="ml-1 text-2xs">
              {ARROWS[direction]}
            </span>
            <span className="sr-only"> {direction}</span>
          </>
        )}
      </dd>
    </dl>
  )
}
