import type { ReactNode } from 'react'
import { isDimmed, type TopicFreshness } from '../store/use-freshness'

interface FigureGroupProps {
  readonly freshness: TopicFreshness
  /** Another group of the same topic stands near and bears the mark for both to be seen. */
  readonly markedElsewhere?: boolean
  readonly children: ReactNode
}

/** Figures of one topic with the mark of how sure they are. */
export function FigureGroup({ freshness, markedElsewhere = false, children }: FigureGroupProps) {
  const { state, trouble } = freshness
  const sure = state === 'live' || state === 'waiting'
  return (
    <dl data-state={state} title={trouble ?? undefined} className={`flex gap-x-3 ${isDimmed(state) ? 'dimmed' : ''}`}>
      {children}
      {!sure && (
        <div className={markedElsewhere ? 'sr-only' : ''}>
          <dt className="sr-only">State</dt>
          <dd className="text-2xs leading-3 font-medium text-warn">{state}</dd>
        </div>
      )}
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  /** What it rests on. */
  readonly hint?: string | undefined
  readonly className?: string
  /** Characters that always find room, so that nothing shifts when the figure changes. */
  readonly room?: number
  readonly children: string
}

export function Figure({ label, hint, className = '', room = 8, children }: FigureProps) {
  return (
    <div title={hint} style={{ minWidth: `${room}ch` }} className="whitespace-nowrap">
      <dt className="text-2xs leading-3 text-muted">{label}</dt>
      <dd className={`leading-5 ${className}`}>{children}</dd>
    </div>
  )
}
