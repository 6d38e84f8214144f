import { createCalm } from '../../store/calm'

/** For what is reckoned from the book beside its ladder. */
export const useBookStore = createCalm(25)
