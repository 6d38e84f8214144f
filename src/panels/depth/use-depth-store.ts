import { createCalm } from '../../store/calm'

/** What the panel tells beside its picture moves no faster than that. */
export const useDepthStore = createCalm(0)
