import { createCalm } from './calm'

/**
 * For tape, last prices and session, which so are of the same trades in each frame. Nobody reads twenty trades a second one by
 * one; none of them is left out.
 */
export const useTapeStore = createCalm(50)
