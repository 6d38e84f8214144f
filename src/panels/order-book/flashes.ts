/** Digits of sizes that changed a moment ago, as areas behind the column: no range in a text has to be kept for them. */
import { firstDifference } from '../../ui/changed'

/** The newest first; each is a tone. */
export const FLASH_STEPS = 3

export interface FlashLine {
  readonly price: string
  readonly size: string
}

interface Flash extends FlashLine {
  /** Characters from the right end on that changed; 0: none. */
  readonly width: number
  readonly atMs: number
}

export interface Flashes {
  /** Rows by their places, with their latest change; none of a row that was not on show before. */
  readonly rows: ReadonlyMap<number, Flash>
}

export const NO_FLASHES: Flashes = { rows: new Map() }

/** After another look at the rows from `first` on. Where the price of a row changed its size is another one, and no change is told. */
export function nextFlashes(before: Flashes, lines: readonly FlashLine[], first: number, nowMs: number): Flashes {
  const rows = new Map<number, Flash>()
  for (const [offset, { price, size }] of lines.entries()) {
    const row = first + offset
    const known = before.rows.get(row)
    if (known === undefined || known.price !== price) rows.set(row, { price, size, width: 0, atMs: 0 })
    else if (known.size === size) rows.set(row, known)
    else rows.set(row, { price, size, width: size.length - firstDifference(known.size, size), atMs: nowMs })
  }
  return { rows }
}

/** Points and commas are narrower than digits: so much of one. */
const MARK_WIDTH = 0.5
const MARKS = /[.,\u202f\u2019]/g

/** An area behind the last digits of a size. */
export interface FlashArea {
  readonly row: number
  /** Its age, from 0 on. */
  readonly step: number
  /** Its width in digits, from the size's right end on. */
  readonly digits: number
}

export function flashAreas({ rows }: Flashes, nowMs: number, stepMs: number): FlashArea[] {
  const areas: FlashArea[] = []
  for (const [row, { width, atMs, size }] of rows) {
    const step = Math.floor((nowMs - atMs) / stepMs)
    if (width === 0 || step >= FLASH_STEPS) continue
    areas.push({ row, step, digits: widthInDigits(size.slice(-width)) })
  }
  return areas
}

export function widthInDigits(figure: string): number {
  return figure.length - (figure.match(MARKS)?.length ?? 0) * (1 - MARK_WIDTH)
}
