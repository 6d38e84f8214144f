import { type ReactNode, useCallback, useRef } from 'react'
import type { PanelState } from '../domain/freshness'
import { selectScope } from '../store/selectors'
import { type State, useStore } from '../store/store'
import { useDrawnText } from '../store/use-drawn'
import { isDimmed, type TopicState } from '../store/use-freshness'
import { markChange, useChanged } from '../ui/changed'

interface FigureGroupProps {
  readonly freshness: TopicState
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
  /** The label that it stands behind. */
  readonly behind: string
  readonly state: PanelState
  /** Another group of the same topic stands near and bears the mark for both to be seen. */
  readonly hidden?: boolean
}

/** How sure a group's figures are, in a word behind the first one's label, over the line and not in it: nothing moves for it. */
export function StateMark({ behind, state, hidden = false }: StateMarkProps) {
  if (state === 'live' || state === 'waiting') return null
  return (
    <>
      <dt className="sr-only">State</dt>
      <dd data-behind={behind} className={hidden ? 'sr-only' : 'state-mark text-2xs leading-3'}>
        {state}
      </dd>
    </>
  )
}

interface FrameProps {
  readonly label: string
  /** What it rests on. */
  readonly hint?: string | undefined
  /** Characters that always find room, so that nothing shifts when the figure changes. */
  readonly room?: number
  readonly mark?: ReactNode
}

function FigureFrame({ label, hint, room = 8, mark, children }: FrameProps & { readonly children: ReactNode }) {
  return (
    <div title={hint} style={{ minWidth: `${room}ch` }} className="relative whitespace-nowrap">
      <dt className="text-2xs leading-3 text-muted">{label}</dt>
      {children}
      {mark}
    </div>
  )
}

interface FigureProps extends FrameProps {
  readonly className?: string
  readonly children: string
}

export function Figure({ className = '', children, ...frame }: FigureProps) {
  const figure = useRef<HTMLElement>(null)
  useChanged(figure, children, useStore(selectScope))
  return (
    <FigureFrame {...frame}>
      <dd ref={figure} className={`leading-5 ${className}`}>
        {children}
      </dd>
    </FigureFrame>
  )
}

/** One that may change with every book. `of` must be stable. */
export function DrawnFigure({ of, ...frame }: FrameProps & { readonly of: (state: State) => string }) {
  const scope = useRef(selectScope(useStore.getState()))
  const wrote = useCallback((text: Text, before: string) => {
    const now = selectScope(useStore.getState())
    if (scope.current === now) markChange(text, before)
    scope.current = now
  }, [])
  return (
    <FigureFrame {...frame}>
      <dd ref={useDrawnText(of, wrote)} className="leading-5" />
    </FigureFrame>
  )
}
