/** How the page looks: one choice for stylesheet, charts and tables, in force without a reload. */
import { useSyncExternalStore } from 'react'
import { type Colors, colors, type Density, densities, type Palette, type Rows, type Theme } from './tokens'

export interface LookChoice {
  readonly theme: 'system' | Theme
  readonly palette: Palette
  readonly density: Density
}

export interface Look {
  readonly theme: Theme
  /** As values, for what is drawn on a canvas. */
  readonly colors: Colors
  /** Heights in px, for tables that draw only the rows in view. */
  readonly rows: Rows
}

const LIGHT = '(prefers-color-scheme: light)'
const listeners = new Set<() => void>()
let choice: LookChoice = { theme: 'system', palette: 'green-red', density: 'comfortable' }
let look: Look = { theme: 'dark', colors: colors.dark['green-red'], rows: densities.comfortable.rows }

/** Puts the choice in force on the page's root element, and tells those that draw by values. */
export function setLook(next: LookChoice): void {
  choice = next
  const theme = themeOf(next)
  look = { theme, colors: colors[theme][next.palette], rows: densities[next.density].rows }
  Object.assign(document.documentElement.dataset, { theme, palette: next.palette, density: next.density })
  for (const listener of listeners) listener()
}

/** The system's theme, as long as the reader has chosen none. */
export function followSystem(): () => void {
  const query = matchMedia(LIGHT)
  const follow = () => setLook(choice)
  query.addEventListener('change', follow)
  return () => query.removeEventListener('change', follow)
}

function themeOf({ theme }: LookChoice): Theme {
  if (theme !== 'system') return theme
  return typeof matchMedia === 'function' && matchMedia(LIGHT).matches ? 'light' : 'dark'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLook(): Look {
  return useSyncExternalStore(subscribe, () => look)
}
