import { useCallback, useRef } from 'react'
import type { BookSide } from '../../domain/ladder'
import type { LadderMark } from '../../domain/ladder-marks'
import type { OwnMark } from '../../domain/own-marks'
import { selectBook } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import { bookLook, type LadderView, sideMarks } from './book-look'

const NO_MARKS: readonly LadderMark[] = []

/** The reader's own prices on a side from row `end` on, or past its last one; the same list while they are the same. */
export function useMarksBeyond(
  marks: readonly OwnMark[],
  side: BookSide,
  view: LadderView,
  end: number,
): readonly LadderMark[] {
  const before = useRef(NO_MARKS)
  const select = useCallback(
    (state: State) => {
      const book = selectBook(state)
      if (book === null || marks.length === 0) return NO_MARKS
      const from = Math.min(end, bookLook(book, view).ladders[side].levels.length)
      const beyond = sideMarks(book, marks, side, view).filter(({ row }) => row >= from)
      if (!isSame(before.current, beyond)) before.current = beyond
      return before.current
    },
    [marks, side, view, end],
  )
  return useStore(select)
}

const isSame = (one: readonly LadderMark[], other: readonly LadderMark[]) =>
  one.length === other.length && one.every(({ mark }, place) => other[place]?.mark === mark)
