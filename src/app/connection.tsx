import { connectionState, worstConnection } from '../domain/freshness'
import type { LinkView } from '../domain/link'
import { ageMs, type Stamp } from '../domain/time'
import { useNow } from '../store/clock'
import { type State, useStore } from '../store/store'
import { formatAge } from '../ui/format'
import { feeds } from './runtime'

const TONES: Readonly<Record<ReturnType<typeof worstConnection>, string>> = {
  Live: 'bg-up',
  Connecting: 'bg-faint',
  Delayed: 'bg-warn',
  Stale: 'bg-warn',
  Reconnecting: 'bg-warn',
  Offline: 'bg-down',
}

/** The worst of the open connections, in a word that a screen reader hears when it changes; what ticks stands apart. */
export function Connection() {
  const now = useNow()
  const worst = useStore((state) => worstOf(state, now))
  const waiting = useStore((state) => Object.values(state.links).find((link) => link.phase === 'waiting'))
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 text-xs">
      <p
        // The attribute is a promise to readers' tools, which look for it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="status"
        aria-label="Connection"
        className="inline-flex h-8 items-center gap-1.5 rounded border border-line px-2.5 font-medium"
      >
        <span aria-hidden="true" className={`size-2 rounded-full ${TONES[worst]}`} />
        {worst}
      </p>
      {waiting !== undefined && (
        <>
          <span className="max-w-72 truncate text-warn" title={retryWords(waiting, now)}>
            {retryWords(waiting, now)}
          </span>
          <button
            type="button"
            onClick={() => feeds.notify({ type: 'retry-now' })}
            className="h-8 rounded border border-line bg-raised px-2 whitespace-nowrap"
          >
            Retry now
          </button>
        </>
      )}
    </div>
  )
}

// By subject, not by link: a subject that was just opened has no link to tell of yet.
function worstOf({ markets, accounts, links }: State, now: Stamp) {
  const online = navigator.onLine
  const judge = (kind: 'market' | 'account') => (key: string) => connectionState(kind, links[key], now, online)
  return worstConnection([...Object.keys(markets).map(judge('market')), ...Object.keys(accounts).map(judge('account'))])
}

function retryWords({ failures, reason, since, delayMs }: LinkView, now: Stamp): string {
  const left = Math.max(0, delayMs - ageMs(since, now))
  return `Try ${failures} in ${formatAge(left + 999)}: ${reason ?? ''}`
}
