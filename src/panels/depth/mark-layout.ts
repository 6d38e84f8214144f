import type { OwnMark } from '../../domain/own-marks'

/** A mark within the window; `lane`: the row of its label from the top, null where there is no room for one. */
export interface PlacedMark {
  readonly mark: OwnMark
  readonly place: number
  readonly lane: number | null
}

export interface MarkLayout {
  readonly inside: readonly PlacedMark[]
  /** Beyond the window, the weightiest first, then the nearest. */
  readonly below: readonly OwnMark[]
  readonly above: readonly OwnMark[]
}

const LANES = 3
/** What a label takes of the half window's width. */
const LABEL = 0.22
/** Who comes first is shown first where room is scarce. */
const RANK = { liquidation: 0, entry: 1, 'take-profit': 2, 'stop-loss': 3, order: 4 } as const

/** Labels side by side in a few lanes, the weightiest marks first; what finds no room keeps its line. */
export function layOutMarks(marks: readonly OwnMark[], mid: number, percent: number): MarkLayout {
  const placeOf = ({ price }: OwnMark) => ((price - mid) / mid / percent) * 100
  const lanes: number[][] = Array.from({ length: LANES }, () => [])
  const inside = marks
    .filter((mark) => Math.abs(placeOf(mark)) <= 1)
    .toSorted((a, b) => RANK[a.kind] - RANK[b.kind])
    .map((mark): PlacedMark => {
      const place = placeOf(mark)
      const lane = lanes.findIndex((taken) => taken.every((other) => Math.abs(other - place) >= LABEL))
      lanes[lane]?.push(place)
      return { mark, place, lane: lane < 0 ? null : lane }
    })
  const outside = marks.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || Math.abs(placeOf(a)) - Math.abs(placeOf(b)))
  return {
    inside,
    below: outside.filter((mark) => placeOf(mark) < -1),
    above: outside.filter((mark) => placeOf(mark) > 1),
  }
}
