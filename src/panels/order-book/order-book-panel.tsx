import { useCallback, useMemo, useState } from 'react'
import type { Book } from '../../domain/book'
import { newestChangeMs } from '../../domain/book-figures'
import type { Decimals } from '../../domain/decimals'
import type { BookSide, Ladder } from '../../domain/ladder'
import { type LadderMark, placeMarks } from '../../domain/ladder-marks'
import { usePreferences } from '../../store/preferences'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useFreshness } from '../../store/use-freshness'
import { useOwnMarks } from '../../store/use-own-marks'
import { TopicPanel } from '../topic-panel'
import { LadderFoot } from './ladder-foot'
import { LadderMiddle } from './ladder-middle'
import { LadderSide } from './ladder-side'
import { LadderTools } from './ladder-tools'
import { useLadderStep } from './use-ladder-step'
import { useSides } from './use-sides'

export function OrderBookPanel({ base }: { readonly base: string }) {
  return (
    <TopicPanel label="Order book" topic="orderbook" subject="the order book">
      <OrderBook base={base} />
    </TopicPanel>
  )
}

function OrderBook({ base }: { readonly base: string }) {
  const book = useStore((state) => selectMarket(state)?.book ?? null)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  if (book === null || decimals === undefined) return null
  return <LadderOf book={book} decimals={decimals} base={base} />
}

/** A row by its place, whatever level stands there: the best is 0. */
interface Spot {
  readonly side: BookSide
  readonly row: number
}

/** Each choice by keyboard is a step. */
interface Pointed {
  readonly spot: Spot | null
  readonly steps: number
}

const NO_MARKS: readonly LadderMark[] = []

interface LadderOfProps {
  readonly book: Book
  readonly decimals: Decimals
  readonly base: string
}

/** The ladder. It renders with every book, at most once a frame; what does not need the book subscribes on its own. */
function LadderOf({ book, decimals, base }: LadderOfProps) {
  const { state, withheld } = useFreshness('orderbook')
  const { exponent } = useLadderStep()
  const { asks, bids, grid } = useSides(book, decimals.price, exponent)
  const newestMs = useMemo(() => newestChangeMs(book), [book])
  const inQuote = usePreferences((preferences) => preferences.totalIn === 'quote')
  const dimBelowUsd = usePreferences((preferences) => preferences.dimBelowUsd)
  const { marks, sure } = useOwnMarks()
  const top = useStore(selectBookTop)
  const [{ spot, steps }, setPointed] = useState<Pointed>({ spot: null, steps: 0 })

  const onPoint = useCallback((side: BookSide, row: number | null, byKey = false) => {
    setPointed((before) => ({
      spot: row === null ? null : { side, row },
      steps: byKey ? before.steps + 1 : before.steps,
    }))
  }, [])

  const totals = ({ sizes, values }: Ladder) => (inQuote ? values : sizes)
  const deepest = Math.max(totals(asks).at(-1) ?? 0, totals(bids).at(-1) ?? 0)
  const doubted = state === 'unverified'
  const ladders = { ask: asks, bid: bids }
  const placed = useMemo(() => {
    const place = (side: BookSide, { levels }: Ladder) =>
      top === null || marks.length === 0 ? NO_MARKS : placeMarks(marks, side, top, levels, grid)
    return { ask: place('ask', asks), bid: place('bid', bids) }
  }, [marks, top, asks, bids, grid])

  const sideProps = (side: BookSide) => ({
    side,
    ladder: ladders[side],
    totals: totals(ladders[side]),
    deepest: doubted ? null : deepest,
    dimBelowUsd: doubted ? 0 : dimBelowUsd,
    newestMs,
    base,
    inQuote,
    decimals,
    rowDecimals: Math.max(0, decimals.price - (grid === null ? 0 : exponent)),
    marks: placed[side],
    hasMarks: marks.length > 0,
    sure,
    picked: spot?.side === side ? spot.row : null,
    onPoint,
  })

  return (
    <div className="mx-auto flex min-h-0 w-full max-w-4xl flex-1 flex-col text-xs">
      <LadderTools priceDecimals={decimals.price} refused={exponent > 0 && grid === null} />
      <LadderSide {...sideProps('ask')} />
      <LadderMiddle priceDecimals={decimals.price} />
      <LadderSide {...sideProps('bid')} />
      <div className="flex h-9 shrink-0 flex-col justify-center border-t border-line px-3 text-2xs leading-4">
        <LadderFoot
          base={base}
          decimals={decimals}
          mid={top?.mid ?? null}
          ladder={spot === null ? null : ladders[spot.side]}
          row={spot?.row ?? 0}
          steps={steps}
          withheld={withheld}
        />
      </div>
    </div>
  )
}
