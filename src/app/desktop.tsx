/** The page on a wide screen: all panels side by side. */
import { useMemo } from 'react'
import type { Network } from '../domain/market'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { type Frame, FrameContext } from '../ui/frame'
import { useTurn } from '../ui/use-turn'
import { type PanelName, PanelOf, PanelToCome } from './panels'
import { DESKTOP, Panes } from './panes'
import { StatusBar } from './status-bar'

interface DesktopProps {
  readonly network: Network
}

export function Desktop({ network }: DesktopProps) {
  return (
    <>
      <main id="panels" tabIndex={-1} className={DESKTOP}>
        <Panes place={(name) => <Place name={name} network={network} />} />
      </main>
      <StatusBar />
    </>
  )
}

/**
 * With the header the account, which says whose the prices are that the book marks, and in whose place the page greets; then what a
 * trader looks at first.
 */
const TURNS: Readonly<Record<PanelName, number>> = { account: 0, book: 1, trades: 2, depth: 3, price: 4, funding: 5 }

interface PlaceProps {
  readonly name: PanelName
  readonly network: Network
}

/** A panel's place, or the whole of the page below its header, which names market, network and connection. */
function Place({ name, network }: PlaceProps) {
  const full = useStore((state) => state.fullPanel === name)
  const hidden = useStore((state) => state.fullPanel !== null && state.fullPanel !== name)
  const showFull = useStore((state) => state.showFull)
  const isItsTurn = useTurn(TURNS[name], name === 'book')
  const shortcut = usePreferences(({ shortcuts }) => (shortcuts ? 'f' : null))
  const frame = useMemo(
    (): Frame => ({ full, onFull: (on) => showFull(on ? name : null), shortcut }),
    [full, name, showFull, shortcut],
  )
  return (
    <div
      data-panel-name={name}
      inert={hidden}
      className={`flex min-h-0 min-w-0 flex-col gap-1.5 *:last:flex-1 ${full ? 'absolute inset-0 z-30 bg-bg p-1.5' : 'h-full'}`}
    >
      <FrameContext value={frame}>
        {isItsTurn ? <PanelOf name={name} network={network} /> : <PanelToCome name={name} />}
      </FrameContext>
    </div>
  )
}
