import { useStore } from '../store/store'
import { plural } from '../ui/format'

/** The page's foot: what the exchange sent and was not used, and whose chart library this is. */
export function StatusBar() {
  const lost = useStore((state) => state.lost)
  const reasons = lost.recent.map((rejection) => rejection.detail).join('\n')
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-panel px-3 py-1 text-2xs text-muted">
      <span>Read-only: Perpscope never asks for a signature</span>
      {lost.total > 0 && (
        <span className="text-warn" title={reasons}>
          {plural(lost.total, 'message or part', 'messages or parts')} set aside
        </span>
      )}
      <a
        href="https://www.tradingview.com/"
        target="_blank"
        rel="noreferrer"
        className="ml-auto text-accent hover:underline"
      >
        Charts by TradingView
      </a>
    </footer>
  )
}
