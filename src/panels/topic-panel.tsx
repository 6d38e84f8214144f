import type { ReactNode } from 'react'
import type { PanelState } from '../domain/freshness'
import type { Topic } from '../domain/update'
import { useStore } from '../store/store'
import { isDimmed, type TopicFreshness, type TopicState, useFreshness, useTopicState } from '../store/use-freshness'
import { formatAge, formatClock, plural } from '../ui/format'
import { Panel, PanelMessage } from '../ui/panel'

interface TopicPanelProps {
  readonly label: string
  readonly topic: Topic
  /** What is awaited, for the words of the waiting state: "the order book". */
  readonly subject: string
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A panel of one topic: says how sure its figures are, dims them when they are stale, and waits in words. */
export function TopicPanel({ label, topic, subject, actions, className = '', children }: TopicPanelProps) {
  const sure = useTopicState(topic)
  return (
    <Panel
      label={label}
      state={sure.state}
      status={<FreshnessStatus topic={topic} />}
      withheld={sure.withheld}
      actions={actions}
      className={className}
    >
      <TopicBody sure={sure} subject={subject}>
        {children}
      </TopicBody>
    </Panel>
  )
}

/** "No trades yet" is claimed of a list that is confirmed empty; of an older one only that it was. */
export function emptyWords(none: string, state: PanelState): string {
  return isDimmed(state) ? `${none}, when last known` : none
}

/** The same in two lines, of which the second has its room in any case: the first does not move when it comes. */
export function EmptyWords({ none, state }: { readonly none: string; readonly state: PanelState }) {
  return (
    <p className="w-full text-center text-xs text-muted">
      {none}
      <span className="block min-h-[1lh]">
        {isDimmed(state) && (
          <>
            <span className="sr-only">, </span>when last known
          </>
        )}
      </span>
    </p>
  )
}

interface TopicBodyProps {
  readonly sure: TopicState
  readonly subject: string
  readonly children: ReactNode
}

/** The figures, or the words that stand for them while there are none. */
export function TopicBody({ sure, subject, children }: TopicBodyProps) {
  if (!sure.hasFigures) {
    return (
      <PanelMessage>
        {sure.trouble === null ? (
          <>
            <div aria-hidden="true" className="skeleton absolute inset-3" />
            <p className="relative rounded bg-panel px-3 py-1">Waiting for {subject}…</p>
          </>
        ) : (
          <p className="text-warn">{sure.trouble}</p>
        )}
      </PanelMessage>
    )
  }
  return (
    <>
      {sure.state === 'stale' && sure.withheld && (
        <p className="shrink-0 border-b border-line bg-warn-wash px-3 py-1 text-2xs text-warn">Last known figures</p>
      )}
      <div className={`flex min-h-0 flex-1 flex-col ${isDimmed(sure.state) ? 'dimmed' : ''}`}>{children}</div>
    </>
  )
}

/**
 * The state in words, with ages in seconds, and a count of what was set aside that opens the reasons. A part of its own: it
 * renders each second, and the panel around it when the state changes.
 */
export function FreshnessStatus({ topic }: { readonly topic: Topic }) {
  const freshness = useFreshness(topic)
  const { state, lostCount, lost } = freshness
  const showDiagnostics = useStore((store) => store.showDiagnostics)
  return (
    <span
      title={freshness.trouble ?? undefined}
      className={`block truncate ${state === 'live' || state === 'waiting' ? '' : 'text-warn'}`}
    >
      {lostCount > 0 && freshness.trouble === null && (
        <button
          type="button"
          aria-label={`${plural(lostCount, 'part')} set aside: open diagnostics`}
          title={lost.map(({ detail }) => detail).join('\n')}
          onClick={() => showDiagnostics(true)}
          className="mr-2 text-warn hover:underline focus-visible:-outline-offset-2"
        >
          {plural(lostCount, 'part')} set aside
        </button>
      )}
      {stateWords(freshness)}
    </span>
  )
}

function stateWords({ kind, state, asOf, ageMs, trouble, lagMs }: TopicFreshness): string {
  const age = ageMs === null ? '' : formatAge(ageMs)
  switch (state) {
    case 'waiting':
      return 'Waiting'
    case 'live':
      // An account may rightly be silent for hours; what it shows is as old as the last sign of life.
      return kind === 'account' ? `Live, confirmed ${age} ago` : 'Live'
    case 'delayed':
      return lagMs > 0 && (ageMs ?? 0) < lagMs ? `Figures come ${formatAge(lagMs)} late` : `Delayed ${age}`
    case 'stale':
      return asOf === null ? 'Stale' : `Stale, as of ${formatClock(asOf.wall)}, ${age} ago`
    case 'unverified':
      return `Unverified: ${trouble ?? ''}`
    case 'error':
      return `Unreadable: ${trouble ?? ''}`
  }
}
