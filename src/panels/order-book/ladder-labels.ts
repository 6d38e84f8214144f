import type { LadderMark } from '../../domain/ladder-marks'
import { markGlyphs } from './mark-words'

/** What stands behind the price of a row where the reader has prices of his own. */
export interface LadderLabel {
  readonly row: number
  readonly text: string
  /** One of them lies between this row and the better one. */
  readonly between: boolean
  /** `unsure`: they may have changed. `warn`: a liquidation is among them. */
  readonly tone: 'own' | 'warn' | 'unsure'
}

/** Of the rows from `first` up to `last`, one for each that has any. */
export function ladderLabels(
  marks: readonly LadderMark[],
  first: number,
  last: number,
  sure: boolean,
): readonly LadderLabel[] {
  const rows = new Set(marks.map(({ row }) => row).filter((row) => row >= first && row < last))
  return [...rows].map((row) => {
    const own = marks.filter((mark) => mark.row === row)
    const warns = own.some(({ mark }) => mark.kind === 'liquidation')
    return {
      row,
      text: markGlyphs(own),
      between: own.some(({ holds }) => !holds),
      tone: !sure ? 'unsure' : warns ? 'warn' : 'own',
    }
  })
}
