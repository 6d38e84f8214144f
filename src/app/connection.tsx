import { connectionState, type FreshnessSource, freshness, topicsState, worstConnection } from '../domain/freshness'
import type { LinkView } from '../domain/link'
import { type Subject, subjectKey } from '../domain/subject'
import { ageMs, type Stamp } from '../domain/time'
import type { Topic } from '../domain/update'
import { useNow } from '../store/clock'
import { selectBookSource, selectFreshnessSource } from '../store/selectors'
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

/** A try that is due so soon needs no words: they would flicker. */
const WORTH_TELLING_MS = 600

/** The worst of the open connections, in a word that a screen reader hears when it changes; what ticks stands apart. */
export function Connection() {
  const now = useNow()
  const worst = useStore((state) => worstOf(state, now))
  const waiting = useStore((state) =>
    Object.values(state.links).find((link) => link.phase === 'waiting' && link.delayMs > WORTH_TELLING_MS),
  )
  return (
    <div className="relative text-xs">
      <p
        // The attribute is a promise to readers' tools, which look for it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="status"
        aria-label="Connection"
        className="inline-flex h-8 min-w-32 items-center gap-1.5 rounded border border-line px-2.5 font-medium"
      >
        <span aria-hidden="true" className={`size-2 rounded-full ${TONES[worst]}`} />
        {worst}
      </p>
      {/* Over the page and not in the header's line, so that nothing moves when it comes or goes: over the foot's links, where there are pages above their bar. No panel's own word on its age is covered. */}
      {waiting !== undefined && (
        <div className="fixed right-0 bottom-0 z-40 flex h-[calc(1.64rem+1px)] items-center gap-2 rounded-tl border border-line bg-raised pr-px pl-2.5 shadow-lg max-lg:inset-x-2 max-lg:bottom-[calc(max(3.25rem,44px)+env(safe-area-inset-bottom)+0.5rem)] max-lg:h-auto max-lg:rounded max-lg:py-1 max-lg:pr-1">
          <span
            className="max-w-80 truncate text-warn max-lg:max-w-none max-lg:flex-1 max-lg:whitespace-normal"
            title={retryWords(waiting, now)}
          >
            {retryWords(waiting, now)}
          </span>
          <button
            type="button"
            onClick={() => feeds.notify({ type: 'retry-now' })}
            className="h-6 rounded border border-line bg-panel px-2 whitespace-nowrap hover:border-accent max-lg:h-7"
          >
            Retry now
          </button>
        </div>
      )}
    </div>
  )
}

const MARKET_TOPICS = ['orderbook', 'recent_trades', 'live_funding_rate'] as const
const ACCOUNT_TOPICS = ['positions', 'open_orders', 'order_history', 'trade_history'] as const

// By subject, not by link: a subject that was just opened has no link to tell of yet. And by topic: a link may be well
// while one of its topics is late or has died.
export function worstOf(state: State, now: Stamp) {
  const online = navigator.onLine
  const judge = (subject: Subject, sources: readonly FreshnessSource[]) => {
    const link = state.links[subjectKey(subject)]
    const whole = connectionState(subject.kind, link, now, online)
    if (whole !== 'Live' || link === undefined) return whole
    return topicsState(
      sources.map((source) => freshness(source, now).state),
      ageMs(link.since, now),
    )
  }
  const topics = (names: readonly Topic[]) => names.map((topic) => selectFreshnessSource(state, topic))
  const { market, account, ownBooks } = state
  return worstConnection([
    ...(market === null ? [] : [judge(market, topics(MARKET_TOPICS))]),
    ...(account === null ? [] : [judge(account, topics(ACCOUNT_TOPICS))]),
    ...ownBooks.map((book) => judge(book, [selectBookSource(state, book.marketId)])),
  ])
}

function retryWords({ failures, reason, since, delayMs }: LinkView, now: Stamp): string {
  const left = Math.max(0, delayMs - ageMs(since, now))
  return `Try ${failures} in ${formatAge(left + 999)}: ${reason ?? ''}`
}
