import { memo } from 'react'
import type { LadderMark } from '../../domain/ladder-marks'
import { markWords, shortMarkWords } from './mark-words'

interface EdgeMarksProps {
  readonly asks: boolean
  readonly marks: readonly LadderMark[]
  readonly priceDecimals: number
  readonly sure: boolean
}

/** Own prices beyond the rows in view, the nearest first. The line stays when there are none, so that coming and going moves no row. */
export const EdgeMarks = memo(function EdgeMarks({ asks, marks, priceDecimals, sure }: EdgeMarksProps) {
  const where = asks ? 'Above' : 'Below'
  const outwards = [...marks].sort((a, b) => (a.mark.price - b.mark.price) * (asks ? 1 : -1))
  return (
    <p
      title={marks.length === 0 ? undefined : markWords(outwards, priceDecimals, sure)}
      className={`h-4 shrink-0 truncate px-3 text-2xs leading-4 ${sure ? 'text-accent' : 'text-muted'}`}
    >
      {marks.length > 0 && `${where}${sure ? '' : ', last known'}: ${shortMarkWords(outwards, priceDecimals)}`}
    </p>
  )
})
