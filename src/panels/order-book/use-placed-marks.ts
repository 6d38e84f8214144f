import { useCallback, useRef } from 'react'
import type { BookSide } from '../../domain/ladder'
import { type LadderMark, placeMarks } from '../../domain/ladder-marks'
import type { OwnMark } from '../../domain/own-marks'
import { selectBook, selectBookTop } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import { bookLook, type LadderView } from './book-look'

const NO_MARKS: readonly LadderMark[] = []

/** The reader's own prices on one side, by their rows in the newest book; the same list while none of them moves. */
export function usePlacedMarks(marks: readonly OwnMark[], side: BookSide, view: LadderView): readonly LadderMark[] {
  const before = useRef(NO_MARKS)
  const select = useCallback(
    (state: State) => {
      const book = selectBook(state)
      const top = selectBookTop(state)
      if (book === null || top === null || marks.length === 0) return NO_MARKS
      const { ladders, grid } = bookLook(book, view)
      const placed = placeMarks(marks, side, top, ladders[side].levels, grid)
      if (!isSame(before.current, placed)) before.current = placed
      return before.current
    },
    [marks, side, view],
  )
  return useStore(select)
}

function isSame(one: readonly LadderMark[], other: readonly LadderMark[]): boolean {
  const same = ({ mark, row, holds }: LadderMark, as: LadderMark | undefined) =>
    as?.mark === mark && as.row === row && as.holds === holds
  return one.length === other.length && one.every((mark, place) => same(mark, other[place]))
}
