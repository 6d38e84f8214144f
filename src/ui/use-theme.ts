import { useSyncExternalStore } from 'react'
import { type Theme, themes } from './tokens'

const LIGHT = '(prefers-color-scheme: light)'

function subscribe(listener: () => void) {
  const query = matchMedia(LIGHT)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** The theme in force and its colours as values, for what is drawn on a canvas. */
export function useTheme(): { readonly theme: Theme; readonly colors: (typeof themes)[Theme] } {
  const theme = useSyncExternalStore(subscribe, () => (matchMedia(LIGHT).matches ? 'light' : 'dark'))
  return { theme, colors: themes[theme] }
}
