/**
 * Draws what is seen of a side on a canvas, past React: texts and bars change with every book, and elements for them, be it one
 * text a column, cost a browser more in layout than all of this.
 */
import { marksChanges } from '../../ui/changed'
import { onLook } from '../../ui/look'
import { motion } from '../../ui/sizes'
import {
  type FlashArea,
  flashAreas,
  FLASH_STEPS,
  type Flashes,
  NO_FLASHES,
  nextFlashes,
  widthInDigits,
} from './flashes'
import type { LadderLabel } from './ladder-labels'
import { AGE_TONES, type LadderLine } from './ladder-lines'
import { type LadderStyle, readLadderStyle } from './ladder-style'

export interface Rows {
  /** Those from `first` up to `last` have a place, the best first. */
  readonly first: number
  readonly last: number
  /** px */
  readonly height: number
}

export interface LadderPicture {
  readonly draw: (lines: readonly LadderLine[], rows: Rows, labels: readonly LadderLabel[]) => void
  /** Whether the figures are drawn back: without bars and marks of changes, in the colour that the stylesheet then has. */
  readonly drawBack: (dimmed: boolean) => void
  readonly remove: () => void
}

const STEP_MS = motion.flash / FLASH_STEPS
/** Of the accent, by step, the newest first. */
const FLASH_ALPHA = [0.2, 0.12, 0.06]
/** Of the width: where sizes end. Totals end at the right edge; the table's columns are as wide. */
const SIZES_END = 0.62
/** px: before a label, around its letters, and its height. */
const LABEL = { gap: 5, pad: 2, height: 11, corner: 2 }

/** `root` holds a canvas, and the samples that readLadderStyle looks at. */
export function createLadderPicture(root: HTMLElement, asks: boolean): LadderPicture {
  const canvas = root.querySelector('canvas')
  const context = canvas?.getContext('2d') ?? null
  if (canvas === null || context === null) throw new Error('The browser gives no canvas to draw on.')
  let lines: readonly LadderLine[] = []
  let rows: Rows = { first: 0, last: 0, height: 0 }
  let width = root.clientWidth
  let labels: readonly LadderLabel[] = []
  let flashes: Flashes = NO_FLASHES
  let areas: readonly FlashArea[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let style: LadderStyle | null = null
  let dimmed = false

  function paint(to: CanvasRenderingContext2D, on: HTMLCanvasElement) {
    const scale = devicePixelRatio
    const height = (rows.last - rows.first) * rows.height
    const size = [Math.round(width * scale), Math.round(height * scale)] as const
    if (on.width !== size[0] || on.height !== size[1]) {
      ;[on.width, on.height] = size
      style = null
    }
    if (style === null) {
      style = readLadderStyle(root, to)
      to.setTransform(scale, 0, 0, scale, 0, 0)
      to.font = style.font
    }
    to.clearRect(0, 0, width, height)
    if (!dimmed && style.washes) {
      paintBars(to, style)
      paintFlashes(to, style)
    }
    paintTexts(to, style)
    if (labels.length > 0) paintLabels(to, style)
  }

  /** From the top; the asks' best row is the lowest. */
  const topOf = (row: number) => (asks ? rows.last - 1 - row : row - rows.first) * rows.height

  function paintBars(to: CanvasRenderingContext2D, { bars }: LadderStyle) {
    to.fillStyle = bars
    for (const [offset, { share }] of lines.entries()) {
      const bar = (share / 100) * width
      if (bar > 0) to.fillRect(width - bar, topOf(rows.first + offset), bar, rows.height)
    }
  }

  function paintFlashes(to: CanvasRenderingContext2D, { flash, digit }: LadderStyle) {
    to.fillStyle = flash
    for (const { row, step, digits } of areas) {
      if (row < rows.first || row >= rows.last) continue
      to.globalAlpha = FLASH_ALPHA[step] ?? 0
      to.fillRect(width * SIZES_END - digits * digit, topOf(row), digits * digit, rows.height)
    }
    to.globalAlpha = 1
  }

  function paintTexts(to: CanvasRenderingContext2D, { price, muted, tones, pad, ascent, descent }: LadderStyle) {
    // As the browser sets the table's rows.
    const baseline = Math.round((rows.height - ascent - descent) / 2 + ascent)
    const column = (x: number, text: (line: LadderLine) => string, tone: (line: LadderLine) => string) => {
      for (const [offset, line] of lines.entries()) {
        to.fillStyle = tone(line)
        to.fillText(text(line), x, topOf(rows.first + offset) + baseline)
      }
    }
    to.textAlign = 'left'
    column(
      pad,
      (line) => line.price,
      ({ dim }) => (dim ? muted : price),
    )
    to.textAlign = 'right'
    column(
      width * SIZES_END,
      (line) => line.size,
      ({ dim, age }) => tones[dim ? AGE_TONES - 1 : age] ?? muted,
    )
    column(
      width - pad,
      (line) => line.total,
      () => muted,
    )
  }

  /** The reader's own prices: behind the price of their row, and a line where one lies between two rows. */
  function paintLabels(to: CanvasRenderingContext2D, look: LadderStyle) {
    to.font = look.labelFont
    to.textAlign = 'center'
    for (const { row, text, between, tone } of labels) {
      const [colour, box] = look.label(dimmed ? 'unsure' : tone)
      const top = topOf(row)
      const middle = top + rows.height / 2
      const start = look.pad + widthInDigits(lines[row - rows.first]?.price ?? '') * look.digit + LABEL.gap
      const { width: letters, actualBoundingBoxAscent, actualBoundingBoxDescent } = to.measureText(text)
      if (!dimmed && look.washes) {
        to.fillStyle = box
        to.beginPath()
        to.roundRect(start, middle - LABEL.height / 2, letters + 2 * LABEL.pad, LABEL.height, LABEL.corner)
        to.fill()
      }
      to.fillStyle = colour
      to.fillText(
        text,
        start + LABEL.pad + letters / 2,
        middle + (actualBoundingBoxAscent - actualBoundingBoxDescent) / 2,
      )
      if (!between) continue
      to.fillStyle = dimmed ? colour : look.label('own')[0]
      to.fillRect(0, asks ? top + rows.height - 1 : top, width, 1)
    }
    to.font = look.font
  }

  function repaint() {
    if (context === null || canvas === null) return
    clearTimeout(timer)
    areas = marksChanges() ? flashAreas(flashes, performance.now(), STEP_MS) : []
    paint(context, canvas)
    // They fade by themselves while no book comes.
    if (areas.length > 0) timer = setTimeout(repaint, STEP_MS)
  }

  const observer = new ResizeObserver(() => {
    if (width === root.clientWidth && canvas.width === Math.round(width * devicePixelRatio)) return
    width = root.clientWidth
    repaint()
  })
  observer.observe(root)
  function restyle() {
    style = null
    repaint()
  }
  const endLook = onLook(restyle)
  // The browser may take a canvas away, and gives it back empty.
  canvas.addEventListener('contextrestored', repaint)

  return {
    draw(next, places, signs) {
      flashes = nextFlashes(flashes, next, places.first, performance.now())
      const isSame = isSameLook(lines, next) && isSamePlace(rows, places) && isSameLabels(labels, signs)
      labels = signs
      lines = next
      rows = places
      if (!isSame) repaint()
    },
    drawBack(to) {
      if (dimmed === to) return
      dimmed = to
      restyle()
    },
    remove() {
      clearTimeout(timer)
      observer.disconnect()
      endLook()
      canvas.removeEventListener('contextrestored', repaint)
    },
  }
}

const isSamePlace = (one: Rows, other: Rows) =>
  one.first === other.first && one.last === other.last && one.height === other.height

const isSameLabels = (one: readonly LadderLabel[], other: readonly LadderLabel[]) =>
  one.length === other.length &&
  one.every(({ row, text, between, tone }, place) => {
    const as = other[place]
    return as?.row === row && as.text === text && as.between === between && as.tone === tone
  })

const SEEN = ['price', 'size', 'total', 'share', 'age', 'dim'] as const

function isSameLook(one: readonly LadderLine[], other: readonly LadderLine[]): boolean {
  if (one.length !== other.length) return false
  return one.every((line, row) => {
    const as = other[row]
    return as !== undefined && SEEN.every((name) => line[name] === as[name])
  })
}
