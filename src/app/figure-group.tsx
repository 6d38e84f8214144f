import { type ReactNode, useRef } from 'react'
import type { PanelState } from '../domain/freshness'
import { useStore } from '../store/store'
import { isDimmed, type TopicFreshness } from '../store/use-freshness'
import { useChanged } from '../ui/changed'

interface FigureGroupProps {
  readonly freshness: TopicFreshness
  readonly children: ReactNode
}

/** Figures of one topic, drawn back when they are not sure. */
export function FigureGroup({ freshness: { state, trouble }, children }: FigureGroupProps) {
  return (
    <dl data-state={state} title={trouble ?? undefined} className={`flex gap-x-3 ${isDimmed(state) ? 'dimmed' : ''}`}>
      {children}
    </dl>
  )
}

interface StateMarkProps {
  readonly state: PanelState
  /** Another group of the same topic stands near and bears the mark for both to be seen. */
  readonly hidden?: boolean
}

/** How sure a group's figures are, in a word beside the first one's label, where it has room: nothing moves for it. */
export function StateMark({ state, hidden = false }: StateMarkProps) {
  if (state === 'live' || state === 'waiting') return null
  return (
    <>
      <dt className="sr-only">State</dt>
      <dd className={hidden ? 'sr-only' : 'absolute top-0 right-0 text-2xs leading-3 font-medium text-warn!'}>
        {state}
      </dd>
    </>
  )
}

interface FigureProps {
  readonly label: string
  /** What it rests on. */
  readonly hint?: string | undefined
  readonly className?: string
  /** Characters that always find room, so that nothing shifts when the figure changes. */
  readonly room?: number
  readonly mark?: ReactNode
  readonly children: string
}

export function Figure({ label, hint, className = '', room = 8, mark, children }: FigureProps) {
  const figure = useRef<HTMLElement>(null)
  // The figure of another market is no change.
  const scope = useStore(({ networkId, marketId }) => `${networkId}/${marketId}`)
  useChanged(figure, children, scope)
  return (
    <div title={hint} style={{ minWidth: `${room}ch` }} className="relative whitespace-nowrap">
      <dt className="text-2xs leading-3 text-muted">{label}</dt>
      <dd ref={figure} className={`leading-5 ${className}`}>
        {children}
      </dd>
      {mark}
    </div>
  )
}
