/** The one source of colours and type, as sizes.ts is of sizes: Tailwind turns them into CSS variables, the charts read them as values. */
// `line` parts what stands side by side; `edge` is the border of a field, by which alone it is found.
const neutral = {
  dark: {
    bg: '#0a0d12',
    panel: '#10141b',
    raised: '#181e28',
    line: '#222a36',
    edge: '#667284',
    text: '#e7ebf2',
    muted: '#9aa5b6',
    faint: '#7c8899',
  },
  light: {
    bg: '#eef1f5',
    panel: '#ffffff',
    raised: '#f3f5f9',
    line: '#dce2ea',
    edge: '#808b9d',
    text: '#131820',
    muted: '#4f5a6b',
    faint: '#616c7f',
  },
} as const

const blueAndAmber = {
  dark: { accent: '#6cb0ff', 'accent-wash': '#16283f', warn: '#f0b645', 'warn-wash': '#33280f' },
  light: { accent: '#1259bd', 'accent-wash': '#e0ecfb', warn: '#8a5600', 'warn-wash': '#fbeed2' },
} as const

const green = {
  dark: { colour: '#34c38f', wash: '#12312b' },
  light: { colour: '#087750', wash: '#d9f2e7' },
} as const
const red = { dark: { colour: '#ff6b7a', wash: '#3a1c25' }, light: { colour: '#c4273f', wash: '#fbe0e4' } } as const
const blue = { dark: { colour: '#5aa9ff', wash: '#132a45' }, light: { colour: '#0b63c5', wash: '#dceafc' } } as const
const orange = { dark: { colour: '#ff9d4d', wash: '#3b2512' }, light: { colour: '#a84a00', wash: '#fde6d3' } } as const

type Tone = typeof green | typeof red | typeof blue | typeof orange

const directions = (up: Tone, down: Tone, theme: 'dark' | 'light') => ({
  up: up[theme].colour,
  'up-wash': up[theme].wash,
  down: down[theme].colour,
  'down-wash': down[theme].wash,
})

// Blue and orange tell directions here, so links and warnings take other hues.
const violetAndYellow = {
  dark: { accent: '#b9a4ff', 'accent-wash': '#272046', warn: '#e6d34a', 'warn-wash': '#302c0d' },
  light: { accent: '#5b3cc4', 'accent-wash': '#e9e4fb', warn: '#6b5b00', 'warn-wash': '#f7f0c3' },
} as const

const paletteOf = (theme: 'dark' | 'light') => ({
  'green-red': { ...neutral[theme], ...blueAndAmber[theme], ...directions(green, red, theme) },
  'red-green': { ...neutral[theme], ...blueAndAmber[theme], ...directions(red, green, theme) },
  'blue-orange': { ...neutral[theme], ...violetAndYellow[theme], ...directions(blue, orange, theme) },
})

/** Colours by theme and palette; the palette's name tells up first. */
export const colors = { dark: paletteOf('dark'), light: paletteOf('light') }

export type Theme = keyof typeof colors
export type Palette = keyof (typeof colors)['dark']
export type Colors = Readonly<Record<keyof (typeof colors)['dark']['green-red'], string>>
export type ColorToken = keyof Colors

export const fontSans =
  'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'
export const fontMono = 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace'
