import { Fragment, type ReactNode } from 'react'
import type { Market } from '../domain/market'
import { useStore } from '../store/store'
import { Dialog } from '../ui/dialog'

type Row = readonly [keys: readonly string[], does: string]

const PAGE: readonly Row[] = [
  [['/'], 'Type an address to watch'],
  [['[', ']'], 'Previous or next tab of the account'],
  [['f'], 'One panel in the whole window, and back: the focused one, or the one under the pointer'],
  [['Esc'], 'Back to all panels'],
  [['t'], 'Dark or light'],
  [[','], 'Settings'],
  [['d'], 'Diagnostics'],
  [['?'], 'These shortcuts'],
]

const PARTS: readonly Row[] = [
  [['←', '→'], 'Candle by candle in the price chart, along the depth chart, from tab to tab'],
  [['+', '−', '0'], 'In a chart: closer, farther, all of it'],
  [['↑', '↓'], 'Trade by trade in the tape, level by level in the order book'],
  [['↑', '↓', '←', '→'], 'Moves a border between panels that has the focus'],
]

interface ShortcutsOverlayProps {
  /** Those that digits choose. */
  readonly markets: readonly Market[]
  readonly onClose: () => void
}

export function ShortcutsOverlay({ markets, onClose }: ShortcutsOverlayProps) {
  const ask = useStore((state) => state.ask)
  const digits = markets.slice(0, 9).map(({ symbol }, index): Row => [[String(index + 1)], symbol])
  function settings() {
    onClose()
    ask('settings')
  }
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div className="grid gap-5">
        <Keys title="On the whole page" rows={PAGE} />
        <Keys title="Markets" rows={digits} />
        <Keys title="In the part that has the focus" rows={PARTS} />
        <p className="text-muted">
          Single keys do nothing while you type. If they get in your way, or in that of a voice control, turn them off
          under Behaviour in the{' '}
          <button type="button" onClick={settings} className="text-accent hover:underline">
            settings
          </button>
          .
        </p>
      </div>
    </Dialog>
  )
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="border-b border-line pb-1 text-2xs font-semibold text-muted">{title}</h3>
      <dl className="grid grid-cols-[6.5rem_1fr] items-baseline gap-x-3 gap-y-1.5">
        {rows.map(([keys, does]) => (
          <Fragment key={does}>
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="min-w-5 rounded border border-line bg-raised px-1 text-center font-mono text-2xs leading-5">
      {children}
    </kbd>
  )
}
