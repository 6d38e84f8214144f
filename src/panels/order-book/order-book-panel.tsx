import { useCallback, useMemo, useState } from 'react'
import type { Decimals } from '../../domain/decimals'
import type { BookSide } from '../../domain/ladder'
import { usePreferences } from '../../store/preferences'
import { selectBook, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useTopicState } from '../../store/use-freshness'
import { useOwnMarks } from '../../store/use-own-marks'
import { useTurn } from '../../ui/use-turn'
import { TopicPanel } from '../topic-panel'
import { bookLook, type LadderView } from './book-look'
import { LadderFoot } from './ladder-foot'
import { LadderMiddle } from './ladder-middle'
import { LadderSide } from './ladder-side'
import { LadderTools } from './ladder-tools'
import type { Spot } from './spot'
import { useLadderStep } from './use-ladder-step'

export function OrderBookPanel({ base }: { readonly base: string }) {
  return (
    <TopicPanel label="Order book" topic="orderbook" subject="the order book">
      <OrderBook base={base} />
    </TopicPanel>
  )
}

function OrderBook({ base }: { readonly base: string }) {
  const hasBook = useStore((state) => selectBook(state) !== null)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  if (!hasBook || decimals === undefined) return null
  return <LadderOf decimals={decimals} base={base} />
}

/** Each choice by keyboard is a step. */
interface Pointed {
  readonly spot: Spot | null
  readonly steps: number
}

interface LadderOfProps {
  readonly decimals: Decimals
  readonly base: string
}

/** The ladder without its figures, which are drawn with each book past React: it renders when something else changes. */
function LadderOf({ decimals, base }: LadderOfProps) {
  const { state, withheld } = useTopicState('orderbook')
  const { exponent } = useLadderStep()
  const inQuote = usePreferences((preferences) => preferences.totalIn === 'quote')
  const dimBelowUsd = usePreferences((preferences) => preferences.dimBelowUsd)
  const doubted = state === 'unverified'
  const view = useMemo(
    (): LadderView => ({ decimals, exponent, inQuote, dimBelowUsd, doubted }),
    [decimals, exponent, inQuote, dimBelowUsd, doubted],
  )
  const refused = useStore((store) => {
    const book = selectBook(store)
    return exponent > 0 && book !== null && bookLook(book, view).grid === null
  })
  const { marks, sure } = useOwnMarks()
  const isWhole = useTurn(2)
  const [{ spot, steps }, setPointed] = useState<Pointed>({ spot: null, steps: 0 })

  const onPoint = useCallback((side: BookSide, row: number | null, byKey = false) => {
    setPointed((before) => ({
      spot: row === null ? null : { side, row },
      steps: byKey ? before.steps + 1 : before.steps,
    }))
  }, [])

  const shared = { view, base, marks, sure, dimmed: isDimmed(state), onPoint }
  const pickedOn = (side: BookSide) => (spot?.side === side ? spot.row : null)
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-4xl flex-1 flex-col text-xs">
      <div className="h-7 shrink-0">{isWhole && <LadderTools priceDecimals={decimals.price} refused={refused} />}</div>
      <LadderSide side="ask" {...shared} picked={pickedOn('ask')} />
      <LadderMiddle priceDecimals={decimals.price} />
      <LadderSide side="bid" {...shared} picked={pickedOn('bid')} />
      <div className="h-9 shrink-0 border-t border-line text-2xs leading-4">
        <div className="flex h-full flex-col justify-center px-3 contain-strict">
          {isWhole && <LadderFoot base={base} view={view} spot={spot} steps={steps} withheld={withheld} />}
        </div>
      </div>
    </div>
  )
}
