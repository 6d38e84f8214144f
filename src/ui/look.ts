/** How the page looks: one choice for stylesheet, charts and tables, in force without a reload. */
import { useSyncExternalStore } from 'react'
import { type Density, densities, forFingers, type Rows } from './sizes'
import type { Palette, Theme } from './tokens'

export interface LookChoice {
  readonly theme: 'system' | Theme
  readonly palette: Palette
  readonly density: Density
}

export interface Look {
  readonly theme: Theme
  readonly palette: Palette
  /** Heights in px, for tables that draw only the rows in view. */
  readonly rows: Rows
  /** Px of a rem, for what depends on the room it has. */
  readonly rem: number
}

const LIGHT = '(prefers-color-scheme: light)'
const COARSE = '(pointer: coarse)'
const holds = (query: string) => typeof matchMedia === 'function' && matchMedia(query).matches
const listeners = new Set<() => void>()
let choice: LookChoice = { theme: 'system', palette: 'green-red', density: 'comfortable' }
let look: Look = lookOf('dark', choice)

/** Puts the choice in force on the page's root element, and tells those that draw by values. */
export function setLook(next: LookChoice): void {
  choice = next
  const theme = themeOf(next)
  look = lookOf(theme, next)
  Object.assign(document.documentElement.dataset, { theme, palette: next.palette, density: next.density })
  for (const listener of listeners) listener()
}

/** The system's theme, as long as the reader has chosen none, and whether he has a mouse. */
export function followSystem(): () => void {
  const queries = [matchMedia(LIGHT), matchMedia(COARSE)]
  const follow = () => setLook(choice)
  for (const query of queries) query.addEventListener('change', follow)
  return () => {
    for (const query of queries) query.removeEventListener('change', follow)
  }
}

function lookOf(theme: Theme, { palette, density }: LookChoice): Look {
  const { rows, root } = densities[density]
  return { theme, palette, rows: holds(COARSE) ? forFingers(rows) : rows, rem: root }
}

function themeOf({ theme }: LookChoice): Theme {
  if (theme !== 'system') return theme
  return holds(LIGHT) ? 'light' : 'dark'
}

/** Calls after each change; gives the way to end it. */
export function onLook(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useLook(): Look {
  return useSyncExternalStore(onLook, () => look)
}
