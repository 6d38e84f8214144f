import { createFollower } from './calm'

const EVERY_MS = 1000
/** A frame comes sooner with something new, and costs less than one of its own. */
const PATIENCE_MS = 50

/**
 * For tables that are read, line by line or aloud: figures that change five times a second cannot be. It stands for a second
 * at least, but for what was there at first: nobody has begun to read that.
 */
export const useTableStore = createFollower(({ atMs, isFirst }, nowMs) =>
  isFirst || nowMs >= atMs + EVERY_MS ? 0 : atMs + EVERY_MS - nowMs + PATIENCE_MS,
)
