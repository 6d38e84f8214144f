import { createCalm } from '../../store/calm'

/** Figures that rest on prices move no faster than that: each change lays the whole table out. */
export const useLiveStore = createCalm(100)
