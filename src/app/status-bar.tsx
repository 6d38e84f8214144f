import { useRef } from 'react'
import { useStore } from '../store/store'
import { formatAge, plural } from '../ui/format'
import { late } from '../ui/late'
import { PanelBoundary } from '../ui/panel-boundary'

const DiagnosticsPanel = late(
  async () => (await import('../panels/diagnostics/diagnostics-panel')).DiagnosticsPanel,
  <p className="p-3 text-xs text-muted">Loading the diagnostics…</p>,
)

/** Beyond it the reader's clock is wrong, or everything comes late: either way he should know. */
const CLOCK_OFF_MS = 30_000

/** The page's foot: what was not used of what the exchange sent, the diagnostics, and whose chart library this is. */
export function StatusBar() {
  const total = useStore((state) => state.lost.total)
  const open = useStore((state) => state.diagnosticsOpen)
  const showDiagnostics = useStore((state) => state.showDiagnostics)
  const toggle = useRef<HTMLButtonElement>(null)

  function close() {
    showDiagnostics(false)
    // The focus would be lost with the panel.
    toggle.current?.focus()
  }

  return (
    <footer className="border-t border-line bg-panel text-2xs text-muted">
      {open && (
        <div className="p-1.5">
          <PanelBoundary label="Diagnostics">
            <DiagnosticsPanel onClose={close} />
          </PanelBoundary>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1">
        <span>Read-only: Perpscope never asks for a signature</span>
        <button
          ref={toggle}
          type="button"
          aria-expanded={open}
          onClick={() => showDiagnostics(!open)}
          className="text-accent hover:underline"
        >
          Diagnostics{' '}
          {total > 0 && (
            <span className="ml-2 text-warn">{plural(total, 'message or part', 'messages or parts')} set aside</span>
          )}
        </button>
        <ClockWarning />
        <a
          href="https://www.tradingview.com/"
          target="_blank"
          rel="noreferrer"
          className="ml-auto text-accent hover:underline"
        >
          Charts by TradingView
        </a>
      </div>
    </footer>
  )
}

function ClockWarning() {
  // Whole seconds: the measure moves with every message.
  const off = useStore(({ story }) => Math.round((story.clockOffsetMs ?? 0) / 1000) * 1000)
  if (Math.abs(off) <= CLOCK_OFF_MS) return null
  return (
    <span className="text-warn">
      This computer’s clock is {formatAge(Math.abs(off))} {off > 0 ? 'ahead of' : 'behind'} the exchange’s times
    </span>
  )
}
