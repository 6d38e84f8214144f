import { useState } from 'react'
import { sumTo } from '../../domain/ladder'
import { selectBook, selectBookTop } from '../../store/selectors'
import { useStore } from '../../store/store'
import { bookLook, type LadderView } from './book-look'
import { Imbalance } from './imbalance'
import type { Spot } from './spot'
import { SumFigures, sumWords } from './sum-figures'

interface LadderFootProps {
  readonly base: string
  readonly view: LadderView
  /** The row that is summed up to; null: none, and the imbalance stands there. */
  readonly spot: Spot | null
  /** How often a row was chosen by keyboard: each time the sum is said, and not again when its figures change. */
  readonly steps: number
  readonly withheld: boolean
}

/** Under the ladder, in one place of one height: the sum to a row while one is pointed at, else the imbalance. */
export function LadderFoot({ base, view, spot, steps, withheld }: LadderFootProps) {
  // With each book, and only while somebody wants the sum.
  const book = useStore((state) => (spot === null ? null : selectBook(state)))
  const mid = useStore((state) => (spot === null ? null : (selectBookTop(state)?.mid ?? null)))
  const [said, setSaid] = useState({ steps: 0, words: '' })
  const ladder = book === null || spot === null ? null : bookLook(book, view).ladders[spot.side]
  const row = spot?.row ?? 0
  const figures = { base, decimals: view.decimals, mid }
  if (said.steps !== steps) {
    setSaid({ steps, words: ladder === null || withheld ? '' : sumWords(ladder, row, figures) })
  }
  const sum = ladder === null ? null : sumTo(ladder, row)
  return (
    <>
      {sum === null ? <Imbalance base={base} /> : <SumFigures sum={withheld ? null : sum} {...figures} />}
      <output className="sr-only">{said.words}</output>
    </>
  )
}
