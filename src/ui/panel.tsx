import type { ReactNode, Ref } from 'react'
import { FullButton } from './full-button'

export interface PanelProps {
  /** Name of the region; also its heading. */
  readonly label: string
  readonly state: string
  /** The state in words, beside the heading. */
  readonly status: ReactNode
  readonly withheld?: boolean
  /** Beside the heading: what the panel shows a part of, such as tabs. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  /** For a panel that is given the focus. */
  readonly ref?: Ref<HTMLElement>
  readonly children?: ReactNode
}

/** The frame of every panel: a named region with its state as data and in words. */
export function Panel(props: PanelProps) {
  const { label, state, status, withheld, lead, actions, className = '', ref, children } = props
  return (
    <section
      ref={ref}
      tabIndex={ref === undefined ? undefined : -1}
      aria-label={label}
      data-state={state}
      data-withheld={withheld === true ? '' : undefined}
      className={`relative min-h-0 min-w-0 overflow-hidden rounded-md border border-line bg-panel ${className}`}
    >
      <div className="panel-frame absolute inset-0 flex flex-col">
        {/* On a phone the state keeps its room, and actions that find none beside it take a line of their own. */}
        <header className="flex h-9 shrink-0 items-center gap-3 border-b border-line px-3 max-sm:h-auto max-sm:flex-wrap max-sm:gap-y-0">
          <h2 className="text-xs font-semibold whitespace-nowrap max-sm:leading-9">{label}</h2>
          {lead !== undefined && <div className={`contents max-sm:w-full ${OWN_LINE}`}>{lead}</div>}
          {/* From the left: words that grow and shrink move nothing. */}
          <p className="min-w-0 flex-1 truncate text-2xs text-muted max-sm:basis-48 max-sm:text-right max-sm:whitespace-normal">
            {status}
          </p>
          {actions !== undefined && <div className={`flex shrink-0 items-center gap-2 ${OWN_LINE}`}>{actions}</div>}
          <FullButton label={label} />
        </header>
        {children}
      </div>
    </section>
  )
}

const OWN_LINE =
  'max-sm:order-last max-sm:flex max-sm:h-9 max-sm:max-w-full max-sm:shrink max-sm:items-center max-sm:gap-3 max-sm:overflow-x-auto max-sm:[scrollbar-width:none]'

/** What a panel shows instead of figures. */
export function PanelMessage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="relative flex min-h-24 flex-1 flex-col items-center justify-center gap-3 p-4 text-center text-xs text-muted">
      {children}
    </div>
  )
}
