/** The one source of colours and sizes: Tailwind turns them into CSS variables, the charts read them as values. */
export const themes = {
  dark: {
    bg: '#0a0d12',
    panel: '#10141b',
    raised: '#181e28',
    line: '#222a36',
    text: '#e7ebf2',
    muted: '#9aa5b6',
    faint: '#7c8899',
    up: '#34c38f',
    down: '#ff6b7a',
    'up-wash': '#12312b',
    'down-wash': '#3a1c25',
    accent: '#6cb0ff',
    'accent-wash': '#16283f',
    warn: '#f0b645',
    'warn-wash': '#33280f',
  },
  light: {
    bg: '#eef1f5',
    panel: '#ffffff',
    raised: '#f3f5f9',
    line: '#dce2ea',
    text: '#131820',
    muted: '#4f5a6b',
    faint: '#657083',
    up: '#0a7a52',
    down: '#c4273f',
    'up-wash': '#d9f2e7',
    'down-wash': '#fbe0e4',
    accent: '#1259bd',
    'accent-wash': '#e0ecfb',
    warn: '#8a5600',
    'warn-wash': '#fbeed2',
  },
} as const

export type Theme = keyof typeof themes
export type ColorToken = keyof (typeof themes)['dark']

export const fontSans =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'
export const fontMono = 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace'
