import { createCalm } from '../../store/calm'

/** A chart costs several milliseconds a picture: five a second are as many as the eye reads. */
export const usePriceStore = createCalm(150)
