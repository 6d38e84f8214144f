/** The page's two layouts, each a chunk of its own. */
import type { Network } from '../domain/market'
import { late } from '../ui/late'
import { useMedia } from '../ui/use-media'
import { preloadPanels } from './panels'
import { WIDE } from './wide'

const Desktop = late(async () => (await import('./desktop')).Desktop, <main className="flex-1" />)
const Pages = late(async () => (await import('./pages')).Pages, <main className="flex-1" />)

export const useIsWide = () => useMedia(WIDE)

export function Layout({ wide, network }: { readonly wide: boolean; readonly network: Network }) {
  return wide ? <Desktop network={network} /> : <Pages network={network} />
}

/**
 * Asks for the code of the layout and of its panels while the page's frame is drawn: asked for by what is drawn, each would
 * come a round trip after the one before. Ends when that of the layout and of the panels that are drawn first has come.
 */
export async function preload(): Promise<void> {
  const layout = matchMedia(WIDE).matches ? Desktop : Pages
  await Promise.all([layout.preload(), preloadPanels()])
}
