import { useLayoutEffect, useRef } from 'react'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { formatAge, plural } from '../ui/format'
import { late } from '../ui/late'
import { PanelBoundary } from '../ui/panel-boundary'
import { CopyLink } from './copy-link'
import { SiteVersion } from './site-version'

const DiagnosticsPanel = late(
  async () => (await import('../panels/diagnostics/diagnostics-panel')).DiagnosticsPanel,
  <p className="p-3 text-xs text-muted">Loading the diagnostics…</p>,
)

/** Beyond it the reader's clock is wrong, or everything comes late: either way he should know. */
const CLOCK_OFF_MS = 30_000

/** Below a finger each has its height. */
const LINK = 'text-accent hover:underline max-lg:inline-flex max-lg:min-h-[24px] max-lg:items-center'

/** The page's foot: what was not used of what the exchange sent, the diagnostics, whose chart library this is, and all licences. */
export function StatusBar() {
  const total = useStore((state) => state.lost.total)
  const open = useStore((state) => state.diagnosticsOpen)
  const showDiagnostics = useStore((state) => state.showDiagnostics)
  const keys = usePreferences(({ shortcuts }) => shortcuts)
  const ask = useStore((state) => state.ask)
  const toggle = useRef<HTMLButtonElement>(null)

  const wasOpen = useRef(open)
  // With the panel the focus is lost that was in it.
  useLayoutEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) toggle.current?.focus()
    wasOpen.current = open
  }, [open])

  return (
    <footer className="border-t border-line bg-panel text-2xs text-muted">
      {open && (
        <div className="p-1.5">
          <PanelBoundary label="Diagnostics">
            <DiagnosticsPanel onClose={() => showDiagnostics(false)} />
          </PanelBoundary>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1">
        <span>Read-only: Perpscope never asks for a signature</span>
        <CopyLink />
        {/* On a narrow screen there is seldom a keyboard. */}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => ask('shortcuts')}
          className="text-accent hover:underline max-lg:hidden"
        >
          Keyboard
        </button>
        {/* What grows stands last, so that nothing moves. */}
        <button
          ref={toggle}
          type="button"
          aria-expanded={open}
          aria-keyshortcuts={keys ? 'd' : undefined}
          onClick={() => showDiagnostics(!open)}
          className={LINK}
        >
          Diagnostics{' '}
          {total > 0 && (
            <span className="ml-2 text-warn">{plural(total, 'message or part', 'messages or parts')} set aside</span>
          )}
        </button>
        <ClockWarning />
        <span className="flex flex-wrap items-center gap-x-4 lg:ml-auto">
          <SiteVersion />
          <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer" className={LINK}>
            Charts by TradingView
          </a>
          <a href={`${import.meta.env.BASE_URL}licences.txt`} target="_blank" rel="noreferrer" className={LINK}>
            Licences
          </a>
        </span>
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
