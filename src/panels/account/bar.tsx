import type { ReactNode } from 'react'

interface BarProps {
  /** Keep their place at the end; where both find no room, on a line of their own. */
  readonly tools: ReactNode
  readonly children: ReactNode
}

/** The slim bar between a tab and its table. What finds no room is scrolled to, with a fading edge to tell of it. */
export function Bar({ tools, children }: BarProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line pr-3 text-2xs whitespace-nowrap text-muted">
      <div className="flex h-8 min-w-56 flex-1 items-center gap-2 overflow-x-auto mask-r-from-[calc(100%-1rem)] pr-4 pl-3 [scrollbar-width:none]">
        {children}
      </div>
      <div className="ml-auto flex h-8 items-center gap-2 pl-3">{tools}</div>
    </div>
  )
}

export const CONTROL = 'h-6 rounded border border-line bg-raised px-1.5 text-2xs text-text hover:border-accent'

interface PickProps {
  /** Its name, and what stands for "everything". */
  readonly label: string
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** One of many, or all; a choice that no row has any more stays on show. */
export function Pick({ label, all, options, value, onChange }: PickProps) {
  const isGone = value !== null && !options.some((option) => option.value === value)
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      className={`${CONTROL} max-w-36 shrink-0 ${value === null ? '' : 'border-accent'}`}
    >
      <option value="">{all}</option>
      {(isGone ? [...options, { value, label: value }] : options).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
