/** Where the panels are on a wide screen, and the borders between them, which can be dragged or moved by the keys. */
import type { ReactNode } from 'react'
import { usePreferences } from '../store/preferences'
import { Border, type Sizes } from '../ui/border'
import type { PanelName } from './panels'

/** Of the element that they fill. */
export const DESKTOP = 'relative flex min-h-0 flex-1 flex-col p-1.5 -outline-offset-2'

export function Panes({ place }: { readonly place: (name: PanelName) => ReactNode }) {
  return (
    <>
      <Pane id="top" className="flex min-h-[260px] flex-1">
        <Pane id="charts" className="flex min-w-[320px] flex-1 flex-col">
          <Pane id="price" moves="%" className="min-h-[120px] basis-[52%]">
            {place('price')}
          </Pane>
          <PaneBorder label="Price chart and depth chart" orientation="horizontal" />
          <Pane id="depth" className="min-h-[120px] flex-1">
            {place('depth')}
          </Pane>
        </Pane>
        <PaneBorder label="Charts and order book" orientation="vertical" />
        <Pane id="book" moves="px" className="max-w-[640px] min-w-[210px] basis-[290px]">
          {place('book')}
        </Pane>
        <PaneBorder label="Order book and trades" orientation="vertical" />
        <Pane id="trades" moves="px" className="max-w-[640px] min-w-[210px] basis-[304px]">
          {place('trades')}
        </Pane>
      </Pane>
      <PaneBorder label="Market and account" orientation="horizontal" />
      <Pane id="bottom" moves="px" className="flex min-h-[120px] basis-[280px]">
        <Pane id="account" className="min-w-[320px] flex-1">
          {place('account')}
        </Pane>
        <PaneBorder label="Account and funding" orientation="vertical" />
        <Pane id="funding" moves="px" className="max-w-[640px] min-w-[200px] basis-[304px]">
          {place('funding')}
        </Pane>
      </Pane>
    </>
  )
}

interface PaneProps {
  readonly id: string
  /** The unit of the size that its borders change; without, it takes the rest. */
  readonly moves?: 'px' | '%'
  /** With the first size as its basis, and the least and largest one. */
  readonly className: string
  readonly children: ReactNode
}

/** A part of the page between borders, in the size the reader gave it. */
function Pane({ id, moves, className, children }: PaneProps) {
  const size = usePreferences(({ paneSizes }) => paneSizes[id])
  return (
    <div
      id={`pane-${id}`}
      data-between
      data-pane={moves && id}
      data-unit={moves}
      style={moves === undefined || size === undefined ? undefined : { flexBasis: `${size}${moves}` }}
      className={className}
    >
      {children}
    </div>
  )
}

interface PaneBorderProps {
  readonly label: string
  readonly orientation: 'horizontal' | 'vertical'
}

function PaneBorder({ label, orientation }: PaneBorderProps) {
  return (
    <Border label={`Border between ${label}`} orientation={orientation} onMoved={keepSizes} onReset={forgetSizes} />
  )
}

function keepSizes(sizes: Sizes): void {
  const { paneSizes, prefer } = usePreferences.getState()
  prefer({ paneSizes: { ...paneSizes, ...sizes } })
}

function forgetSizes(names: readonly string[]): void {
  const { paneSizes, prefer } = usePreferences.getState()
  prefer({ paneSizes: Object.fromEntries(Object.entries(paneSizes).filter(([name]) => !names.includes(name))) })
}
