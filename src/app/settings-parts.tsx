/** What the settings are laid out with. */
import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly children: ReactNode
}

export function Section({ title, children }: SectionProps) {
  return (
    <section aria-label={title} className="grid gap-2.5">
      <h3 className="border-b border-line pb-1 text-2xs font-semibold text-muted">{title}</h3>
      {children}
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Row({ label, hint, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div className="min-w-36 flex-1">
        <p aria-hidden="true">{label}</p>
        {hint !== undefined && <p className="text-2xs text-muted">{hint}</p>}
      </div>
      {children}
    </div>
  )
}

interface CheckProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Check({ label, hint, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-[24px] cursor-pointer items-start gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-px size-4 accent-(--accent)"
      />
      <span>
        {label}
        {hint !== undefined && <span className="block text-2xs text-muted">{hint}</span>}
      </span>
    </label>
  )
}
