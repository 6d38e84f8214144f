import { createCalm } from '../../store/calm'

/** Nobody reads twenty trades a second one by one; none of them is left out. */
export const useTapeStore = createCalm(50)
