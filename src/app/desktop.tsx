/** The page on a wide screen: all panels side by side, with borders that can be dragged or moved by the arrow keys. */
import { type ReactNode, useMemo, useState } from 'react'
import { Group, type Layout, type LayoutChangedMeta, Panel as Share, Separator } from 'react-resizable-panels'
import type { Network } from '../domain/market'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { type Frame, FrameContext } from '../ui/frame'
import { type PanelName, PanelOf, PanelToCome } from './panels'
import { StatusBar } from './status-bar'
import { useTurn } from './use-turn'

interface DesktopProps {
  readonly network: Network
}

export function Desktop({ network }: DesktopProps) {
  const place = (name: PanelName) => <Place name={name} network={network} />
  return (
    <>
      <main id="panels" tabIndex={-1} className="relative min-h-0 flex-1 p-1.5 -outline-offset-2">
        <Borders name="page" orientation="vertical">
          <Share id="top" minSize={260}>
            <Borders name="top" orientation="horizontal">
              <Share id="charts" minSize={320}>
                <Borders name="charts" orientation="vertical">
                  <Share id="price" defaultSize="52%" minSize={120}>
                    {place('price')}
                  </Share>
                  <Border label="Price chart and depth chart" />
                  <Share id="depth" minSize={120}>
                    {place('depth')}
                  </Share>
                </Borders>
              </Share>
              <Border label="Charts and order book" />
              <Share id="book" defaultSize={290} minSize={210} maxSize={640} groupResizeBehavior="preserve-pixel-size">
                {place('book')}
              </Share>
              <Border label="Order book and trades" />
              <Share
                id="trades"
                defaultSize={304}
                minSize={210}
                maxSize={640}
                groupResizeBehavior="preserve-pixel-size"
              >
                {place('trades')}
              </Share>
            </Borders>
          </Share>
          <Border label="Market and account" />
          <Share id="bottom" defaultSize={280} minSize={120} groupResizeBehavior="preserve-pixel-size">
            <Borders name="bottom" orientation="horizontal">
              <Share id="account" minSize={320}>
                {place('account')}
              </Share>
              <Border label="Account and funding" />
              <Share
                id="funding"
                defaultSize={304}
                minSize={200}
                maxSize={640}
                groupResizeBehavior="preserve-pixel-size"
              >
                {place('funding')}
              </Share>
            </Borders>
          </Share>
        </Borders>
      </main>
      <StatusBar />
    </>
  )
}

interface BordersProps {
  /** Under which the reader's shares are kept. */
  readonly name: string
  readonly orientation: 'horizontal' | 'vertical'
  readonly children: ReactNode
}

/** A row or column of panels that remembers the reader's shares. */
function Borders({ name, orientation, children }: BordersProps) {
  const start = useStart(name)
  function onChanged(layout: Layout, { isUserInteraction, requestedLayout }: LayoutChangedMeta) {
    const { layouts, prefer } = usePreferences.getState()
    if (isUserInteraction) prefer({ layouts: { ...layouts, [name]: requestedLayout ?? layout } })
  }
  return (
    <Group
      key={start}
      id={name}
      orientation={orientation}
      defaultLayout={usePreferences.getState().layouts[name]}
      onLayoutChanged={onChanged}
      resizeTargetMinimumSize={{ coarse: 28, fine: 8 }}
    >
      {children}
    </Group>
  )
}

/** A number that grows when the reader's shares are forgotten: the group then starts anew with the first ones. */
function useStart(name: string): number {
  const kept = usePreferences(({ layouts }) => layouts[name] !== undefined)
  const [start, setStart] = useState({ kept, count: 0 })
  if (start.kept !== kept) setStart({ kept, count: start.count + (kept ? 0 : 1) })
  return start.count
}

function Border({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={`Border between ${label}`}
      className="rounded bg-transparent outline-offset-0 transition-colors hover:bg-accent data-[separator=active]:bg-accent aria-[orientation=horizontal]:my-px aria-[orientation=horizontal]:h-1 aria-[orientation=vertical]:mx-px aria-[orientation=vertical]:w-1"
    />
  )
}

/** What a trader looks at first is drawn first; with the book the account, which says whose the prices are that it marks. */
const TURNS: Readonly<Record<PanelName, number>> = { book: 0, account: 0, trades: 1, depth: 2, price: 3, funding: 4 }

interface PlaceProps {
  readonly name: PanelName
  readonly network: Network
}

/** A panel's place, or the whole of the page below its header, which names market, network and connection. */
function Place({ name, network }: PlaceProps) {
  const full = useStore((state) => state.fullPanel === name)
  const hidden = useStore((state) => state.fullPanel !== null && state.fullPanel !== name)
  const showFull = useStore((state) => state.showFull)
  const isItsTurn = useTurn(TURNS[name])
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
