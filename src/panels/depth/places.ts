/**
 * Where things stand in the depth chart's plot. A place is a distance from the mid as a part of the half window: −1 is its
 * low edge, 0 the mid, 1 its high edge.
 */

/** Grid points of the curves on each side of the mid. */
export const STEPS_A_SIDE = 200

/** As a `left` in percent of the plot's width. */
export function leftOf(place: number): string {
  return `${((place + 1) / 2) * 100}%`
}

/** The place under a point; `part`: how far along the plot's width it lies, 0 to 1. */
export function placeAt(part: number): number {
  return Math.min(1, Math.max(-1, part * 2 - 1))
}
