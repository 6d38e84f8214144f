import type { ReactNode } from 'react'

/** Facts as a grid of terms and values. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3">{children}</dl>
}

interface FactProps {
  readonly term: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Fact({ term, hint, children }: FactProps) {
  return (
    <div title={hint} className="flex flex-wrap items-baseline justify-between gap-x-2">
      <dt className="text-2xs text-muted">{term}</dt>
      <dd className="ml-auto">{children}</dd>
    </div>
  )
}
