import type { ReactNode } from 'react'

/** The slim bar between a tab and its table. */
export function Bar({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex h-8 shrink-0 items-center gap-2 overflow-x-auto border-b border-line px-3 text-2xs whitespace-nowrap text-muted">
      {children}
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
