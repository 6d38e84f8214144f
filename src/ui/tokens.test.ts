/** Can everybody read it? Contrast as WCAG 2.2 reckons it, and the two directions as colour-blind readers see them. */
import { describe, expect, test } from 'vitest'
import { type ColorToken, colors, type Palette, type Theme } from './tokens'

type Rgb = readonly [red: number, green: number, blue: number]

const THEMES = Object.keys(colors) as Theme[]
const PALETTES = Object.keys(colors.dark) as Palette[]
const looks = THEMES.flatMap((theme) => PALETTES.map((palette) => [theme, palette] as const))

/** In what it is written on the page: the plain surfaces, and the washes that rows, marks and messages have. */
const TEXT_ON: readonly (readonly [text: ColorToken, surfaces: readonly ColorToken[]])[] = [
  ['text', ['bg', 'panel', 'raised', 'accent-wash', 'warn-wash', 'up-wash', 'down-wash']],
  ['muted', ['bg', 'panel', 'raised', 'accent-wash', 'warn-wash', 'up-wash', 'down-wash']],
  ['faint', ['bg', 'panel', 'raised']],
  ['accent', ['bg', 'panel', 'raised', 'accent-wash', 'warn-wash']],
  ['warn', ['bg', 'panel', 'raised', 'accent-wash', 'warn-wash']],
  ['up', ['bg', 'panel', 'raised', 'accent-wash', 'up-wash']],
  ['down', ['bg', 'panel', 'raised', 'accent-wash', 'down-wash']],
  // On buttons and price labels that are filled.
  ['bg', ['accent', 'up', 'down']],
]

/** What is told by a line or an edge alone: the focus, the pictures' lines, the border of a field to type in. */
const LINES_ON: readonly (readonly [line: ColorToken, surfaces: readonly ColorToken[]])[] = [
  ['accent', ['bg', 'panel', 'raised', 'accent-wash', 'warn-wash', 'up-wash', 'down-wash']],
  ['up', ['panel', 'raised']],
  ['down', ['panel', 'raised']],
  ['warn', ['panel', 'raised']],
  ['edge', ['bg', 'panel', 'raised']],
]

/** Of ΔE, at a glance and in small type. */
const CLEARLY = 40

/** Source: Machado, Oliveira and Fernandes 2009, severity 1; on linear colours. */
const PROTAN: readonly Rgb[] = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
]
const DEUTAN: readonly Rgb[] = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
]
const TRITAN: readonly Rgb[] = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
]
const BLINDNESSES = [
  ['protan', PROTAN],
  ['deutan', DEUTAN],
  ['tritan', TRITAN],
] as const

describe.each(looks)('%s, %s', (theme, palette) => {
  const set = colors[theme][palette]
  const tooLow = (pairs: typeof TEXT_ON, least: number) =>
    pairs.flatMap(([front, surfaces]) =>
      surfaces
        .map((surface) => [`${front} on ${surface}`, contrast(rgb(set[front]), rgb(set[surface]))] as const)
        .filter(([, ratio]) => ratio < least)
        .map(([pair, ratio]) => `${pair} ${ratio.toFixed(2)}`),
    )

  test('text has a contrast of 4.5 to 1 on everything it stands on (1.4.3)', () => {
    expect(tooLow(TEXT_ON, 4.5)).toEqual([])
  })

  test('lines and edges that tell something have 3 to 1 (1.4.11)', () => {
    expect(tooLow(LINES_ON, 3)).toEqual([])
  })
})

describe('up and down', () => {
  const seenApart = (theme: Theme, palette: Palette, matrix: readonly Rgb[]) => {
    const { up, down } = colors[theme][palette]
    return difference(simulate(linear(rgb(up)), matrix), simulate(linear(rgb(down)), matrix))
  }

  test.each(THEMES.flatMap((theme) => BLINDNESSES.map(([name, matrix]) => [theme, name, matrix] as const)))(
    'differ in %s blue and orange for %s readers',
    (theme, _name, matrix) => {
      expect(seenApart(theme, 'blue-orange', matrix)).toBeGreaterThan(CLEARLY)
    },
  )

  test('differ less in green and red for readers without green cones, who take the other palette for it', () => {
    for (const theme of THEMES) {
      expect(seenApart(theme, 'green-red', DEUTAN)).toBeLessThan(seenApart(theme, 'blue-orange', DEUTAN) / 2)
    }
  })
})

describe('the ruler', () => {
  test('gives 21 for black on white, whichever is in front, and 1 for a colour on itself', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21)
    expect(contrast([18, 52, 86], [18, 52, 86])).toBe(1)
  })

  // Known by everybody who has measured greys: the darkest that passes on white.
  test('finds #767676 just enough on white, and #777777 not', () => {
    expect(contrast(rgb('#767676'), rgb('#ffffff'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(rgb('#777777'), rgb('#ffffff'))).toBeLessThan(4.5)
  })
})

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Source: WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(one: Rgb, other: Rgb): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear([red, green, blue]: Rgb): Rgb {
  const part = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return [part(red), part(green), part(blue)]
}

function simulate([red, green, blue]: Rgb, matrix: readonly Rgb[]): Rgb {
  const row = (index: number) => {
    const [r, g, b] = matrix[index] ?? [0, 0, 0]
    return Math.min(1, Math.max(0, r * red + g * green + b * blue))
  }
  return [row(0), row(1), row(2)]
}

/** Of two linear colours: CIE 1976 ΔE, of which about 2.3 can just be seen. */
function difference(one: Rgb, other: Rgb): number {
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** Source: CIE 15, with the white of sRGB (D65). */
function lab([red, green, blue]: Rgb): Rgb {
  const bend = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116)
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
