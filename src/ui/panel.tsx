import { type ReactNode, type Ref, use } from 'react'
import { FrameContext } from './frame'

export interface PanelProps {
  /** Name of the region; also its heading. */
  readonly label: string
  readonly state: string
  /** The state in words, beside the heading. */
  readonly status: ReactNode
  readonly withheld?: boolean
  readonly actions?: ReactNode
  readonly className?: string
  /** For a panel that is given the focus. */
  readonly ref?: Ref<HTMLElement>
  readonly children?: ReactNode
}

/** The frame of every panel: a named region with its state as data and in words. */
export function Panel({ label, state, status, withheld, actions, className = '', ref, children }: PanelProps) {
  return (
    <section
      ref={ref}
      tabIndex={ref === undefined ? undefined : -1}
      aria-label={label}
      data-state={state}
      data-withheld={withheld === true ? '' : undefined}
      className={`flex min-h-0 min-w-0 flex-col overflow-hidden rounded-md border border-line bg-panel ${className}`}
    >
      <header className="flex h-9 shrink-0 items-center gap-3 border-b border-line px-3">
        <h2 className="text-xs font-semibold whitespace-nowrap">{label}</h2>
        {actions}
        <p className="ml-auto truncate text-2xs text-muted">{status}</p>
        <FullButton label={label} />
      </header>
      {children}
    </section>
  )
}

function FullButton({ label }: { readonly label: string }) {
  const frame = use(FrameContext)
  if (frame === null) return null
  const { full, onFull } = frame
  return (
    <button
      type="button"
      aria-label={`${label} in the whole window`}
      aria-pressed={full}
      title={full ? 'Back to its place (Esc)' : 'Fill the window (f)'}
      onClick={() => onFull(!full)}
      className="-mr-1.5 grid size-6 shrink-0 place-items-center rounded text-faint hover:bg-raised hover:text-text"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 fill-none stroke-current" strokeWidth="1.5">
        <path d={full ? 'M6 2v4H2M10 14v-4h4' : 'M10 2h4v4M6 14H2v-4'} />
      </svg>
    </button>
  )
}

/** What a panel shows instead of figures. */
export function PanelMessage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="relative flex min-h-24 flex-1 flex-col items-center justify-center gap-3 p-4 text-center text-xs text-muted">
      {children}
    </div>
  )
}
