import { useState } from 'react'
import type { Decimals } from '../../domain/decimals'
import { type Ladder, sumTo } from '../../domain/ladder'
import { Imbalance } from './imbalance'
import { SumFigures, sumWords } from './sum-figures'

interface LadderFootProps {
  readonly base: string
  readonly decimals: Decimals
  readonly mid: number | null
  /** The side and the row that are summed up to; null: none, and the imbalance stands there. */
  readonly ladder: Ladder | null
  readonly row: number
  /** How often a row was chosen by keyboard: each time the sum is said, and not again when its figures change. */
  readonly steps: number
  readonly withheld: boolean
}

/** Under the ladder, in one place of one height: the sum to a row while one is pointed at, else the imbalance. */
export function LadderFoot({ base, decimals, mid, ladder, row, steps, withheld }: LadderFootProps) {
  const [said, setSaid] = useState({ steps: 0, words: '' })
  const figures = { base, decimals, mid }
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
