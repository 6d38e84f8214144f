import { createCalm } from '../../store/calm'

/** For what is reckoned from the book beside its ladder; in the frame of the depth chart, which is cheaper than one more. */
export const useBookStore = createCalm(0)
