import { preloadPanels } from './panels'

/** Below it a panel has no room beside another. */
export const WIDE = '(min-width: 1024px)'

/**
 * Asks for the code of the layout and of its panels while the page's frame is drawn: asked for by what is drawn, each would
 * come a round trip after the one before.
 */
export function preload(): void {
  const layout = matchMedia(WIDE).matches ? import('./desktop') : import('./pages')
  layout.catch(() => undefined)
  preloadPanels()
}
