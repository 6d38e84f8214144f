import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { type ColorToken, fontMono, fontSans, type Theme, themes } from './src/ui/tokens'

const variables = (theme: Theme) => ({
  'color-scheme': theme,
  ...Object.fromEntries(Object.entries(themes[theme]).map(([name, value]) => [`--${name}`, value])),
})

const colors = Object.fromEntries(
  (Object.keys(themes.dark) as ColorToken[]).map((name) => [name, `var(--${name})`]),
) as Record<ColorToken, string>

export default {
  theme: {
    extend: {
      colors,
      fontFamily: { sans: fontSans, mono: fontMono },
      fontSize: { '2xs': ['0.6875rem', '1rem'] },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': variables('dark'),
        '@media (prefers-color-scheme: light)': { ':root': variables('light') },
        ':root[data-theme="dark"]': variables('dark'),
        ':root[data-theme="light"]': variables('light'),
      })
    }),
  ],
} satisfies Config
