/** Fonts and colours for the canvas, as the stylesheet has them: theme, palette, density, and a reader's own high contrast. */
import { fontMono } from '../../ui/tokens'
import type { LadderLabel } from './ladder-labels'
import { AGE_TONES } from './ladder-lines'

export interface LadderStyle {
  readonly font: string
  /** px above and below the line on which letters stand. */
  readonly ascent: number
  readonly descent: number
  /** px across a digit. */
  readonly digit: number
  /** px from the edges to the texts. */
  readonly pad: number
  /** Of the side. */
  readonly price: string
  readonly bars: string
  readonly muted: string
  /** Of sizes by age. */
  readonly tones: readonly string[]
  readonly flash: string
  /** Colours of what stands behind a price, by its tone: of the letters, and of the box behind them. */
  readonly label: (tone: LadderLabel['tone']) => readonly [text: string, box: string]
  readonly labelFont: string
  /** Bars and marks of changes are drawn: not where all colours are the system's. */
  readonly washes: boolean
}

/** Of what stands behind a price: they are signs rather than text. */
const LABEL_PX = 9

/** `root` holds an element with a `data-sample` for each name, which has that colour as its text's. */
export function readLadderStyle(root: HTMLElement, context: CanvasRenderingContext2D): LadderStyle {
  const colours = new Map<string, string>()
  const colour = (name: string) => {
    const known = colours.get(name)
    if (known !== undefined) return known
    const sample = root.querySelector(`[data-sample="${name}"]`)
    const read = sample === null ? '' : getComputedStyle(sample).color
    colours.set(name, read)
    return read
  }
  const { fontSize, fontFamily, fontWeight, paddingLeft } = getComputedStyle(root)
  const before = context.font
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`
  // A canvas knows no tabular digits: in a font whose digits differ in width the columns would not stand.
  if (context.measureText('1').width !== context.measureText('0').width) {
    context.font = `${fontWeight} ${fontSize} ${fontMono}`
  }
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent, width: digit } = context.measureText('0')
  const { font } = context
  context.font = before
  return {
    font,
    ascent,
    descent,
    digit,
    pad: Number.parseFloat(paddingLeft) || 0,
    price: colour('price'),
    bars: colour('bars'),
    muted: colour('muted'),
    tones: Array.from({ length: AGE_TONES }, (_, age) => colour(`age-${age}`)),
    flash: colour('flash'),
    // Read when there is one: each look at a colour costs, and most ladders have none of the reader's own prices.
    label: (tone) => [colour(tone), colour(`${tone}-wash`)],
    labelFont: `600 ${LABEL_PX}px ${fontFamily}`,
    washes: !matchMedia('(forced-colors: active)').matches,
  }
}
