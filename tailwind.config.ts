import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { type Density, densities, forFingers, motion, type Rows, radii } from './src/ui/sizes'
import { type Colors, colors, fontMono, fontSans, type Palette, type Theme } from './src/ui/tokens'

type Rules = Record<string, Record<string, string>>

const colorNames = Object.keys(colors.dark['green-red'])
const variables = (set: Colors) => Object.fromEntries(Object.entries(set).map(([name, value]) => [`--${name}`, value]))

const themeRules = (theme: Theme, palette: Palette) => ({ 'color-scheme': theme, ...variables(colors[theme][palette]) })

function sizes(density: Density): Record<string, string> {
  const { root, text, rows } = densities[density]
  return {
    '--root': `${root}px`,
    ...Object.fromEntries(Object.entries(text).map(([name, px]) => [`--size-${name}`, `${px}px`])),
    ...heights(rows),
  }
}

const heights = (rows: Rows) =>
  Object.fromEntries(Object.entries(rows).map(([name, px]) => [`--row-${name}`, `${px}px`]))

// The page's root says theme, palette and density in words (src/ui/look.ts); before it does, the system's theme holds.
const chosen: Rules = {}
for (const theme of ['dark', 'light'] as const) {
  chosen[`:root[data-theme="${theme}"]`] = themeRules(theme, 'green-red')
  for (const palette of ['red-green', 'blue-orange'] as const) {
    chosen[`:root[data-theme="${theme}"][data-palette="${palette}"]`] = variables(colors[theme][palette])
  }
}

export default {
  theme: {
    extend: {
      colors: Object.fromEntries(colorNames.map((name) => [name, `var(--${name})`])),
      fontFamily: { sans: fontSans, mono: fontMono },
      fontSize: {
        '2xs': ['var(--size-2xs)', '1.36'],
        xs: ['var(--size-xs)', '1.34'],
        sm: ['var(--size-sm)', '1.4'],
      },
      borderRadius: { DEFAULT: `${radii.control}px`, md: `${radii.panel}px`, lg: `${radii.dialog}px` },
      transitionDuration: { DEFAULT: `${motion.move}ms` },
      height: {
        'table-row': 'var(--row-table)',
        'ladder-row': 'var(--row-ladder)',
        'tape-row': 'var(--row-tape)',
        'card-title': 'var(--row-card-title)',
        'card-line': 'var(--row-card-line)',
      },
      lineHeight: { 'ladder-row': 'var(--row-ladder)' },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': { ...themeRules('dark', 'green-red'), ...sizes('comfortable') },
        '@media (prefers-color-scheme: light)': { ':root': themeRules('light', 'green-red') },
        ...chosen,
        ':root[data-density="compact"]': sizes('compact'),
        '@media (pointer: coarse)': {
          ':root': heights(forFingers(densities.comfortable.rows)),
          ':root[data-density="compact"]': heights(forFingers(densities.compact.rows)),
        },
      })
    }),
  ],
} satisfies Config
