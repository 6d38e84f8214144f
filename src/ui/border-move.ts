/** A pane's size and what it may be, px. */
export interface PaneSize {
  readonly size: number
  readonly min: number
  readonly max: number
}

/** How far the border between two panes moves that is asked to move by `by` px. */
export function allowedMove(before: PaneSize, after: PaneSize, by: number): number {
  // A pane that is smaller or larger than it may be, if only by a rounding, is not pushed further.
  const least = Math.min(0, Math.max(before.min - before.size, after.size - after.max))
  const most = Math.max(0, Math.min(before.max - before.size, after.size - after.min))
  return Math.min(Math.max(by, least), most)
}
