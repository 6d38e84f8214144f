import { useCallback, useMemo } from 'react'
import type { BookShape } from '../../domain/book'
import { lastPrice } from '../../domain/last-price'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import { useDrawnText } from '../../store/use-drawn'
import { isDimmed, useTopicState } from '../../store/use-freshness'
import { useTapeStore } from '../../store/use-tape-store'
import { formatFixed, NO_FIGURE } from '../../ui/format'

const SHAPE_WORDS: Readonly<Record<Exclude<BookShape, 'normal'>, string>> = {
  locked: 'Locked: best bid equals best ask',
  crossed: 'Crossed: best bid above best ask',
  'no-bids': 'No bids',
  'no-asks': 'No asks',
  empty: 'The book is empty',
}

/** Between the sides: the last price, which is as sure as the trades, and mid and spread, which are as sure as the book. */
export function LadderMiddle({ priceDecimals }: { readonly priceDecimals: number }) {
  const shape = useStore((state) => selectBookTop(state)?.shape ?? null)
  const { withheld } = useTopicState('orderbook')
  const figure = useCallback(
    (value: number | null | undefined, decimals: number) =>
      withheld || value == null ? NO_FIGURE : formatFixed(value, decimals),
    [withheld],
  )
  const mid = useDrawnText(
    useCallback((state) => figure(selectBookTop(state)?.mid, priceDecimals + 1), [figure, priceDecimals]),
  )
  const spread = useDrawnText(
    useCallback((state) => figure(selectBookTop(state)?.spread, priceDecimals), [figure, priceDecimals]),
  )
  if (shape === null) return null
  return (
    <div className="h-10 shrink-0 border-y border-line bg-raised">
      <div className="flex h-full items-center justify-between gap-3 px-3 contain-strict">
        <Last priceDecimals={priceDecimals} />
        <dl className="min-w-0 flex-1 leading-4 whitespace-nowrap">
          <div className="figure">
            <dt className="mr-1.5 inline text-2xs text-muted">Mid</dt>
            <dd ref={mid} className="inline font-semibold" />
          </div>
          <div className="figure">
            <dt className="mr-1.5 inline text-2xs text-muted">{shape === 'normal' ? 'Spread' : SHAPE_WORDS[shape]}</dt>
            <dd ref={spread} className="inline" />
            {shape === 'normal' && !withheld && <SpreadBps />}
          </div>
        </dl>
      </div>
    </div>
  )
}

function SpreadBps() {
  const text = useDrawnText(bpsText)
  return <dd ref={text} className="inline-block min-w-[9ch] text-2xs text-muted" />
}

function bpsText(state: State): string {
  const bps = selectBookTop(state)?.spreadBps
  return bps == null ? '' : `${formatFixed(bps, 1)} bps`
}

const ARROWS = { up: '▲', down: '▼' }

function Last({ priceDecimals }: { readonly priceDecimals: number }) {
  const matches = useTapeStore((state) => selectMarket(state)?.matches)
  const { state, trouble } = useTopicState('recent_trades')
  const last = useMemo(() => lastPrice(matches ?? []), [matches])
  const text = (price: number) => formatFixed(price, priceDecimals)
  const dimmed = isDimmed(state)
  const direction = state === 'unverified' ? null : (last?.direction ?? null)
  const tone = direction === null ? '' : direction === 'up' ? 'text-up' : 'text-down'
  const from = last?.before == null ? undefined : `The trade before at another price: ${text(last.before)}`
  return (
    // With room for a price to come: what stands beside it would move for it.
    <dl title={trouble ?? from} className="min-w-[35%] whitespace-nowrap">
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
