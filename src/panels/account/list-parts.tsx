import type { ReactNode } from 'react'
import { Choice } from '../../ui/choice'
import { formatFixed, plural } from '../../ui/format'
import { PanelMessage } from '../../ui/panel'
import type { View } from './views'

const TOTALS = [
  { value: 'none', label: 'Rows', name: 'Rows' },
  { value: 'market', label: 'By pair', name: 'Totals by pair' },
  { value: 'day', label: 'By day', name: 'Totals by day' },
] as const

interface TotalsChoiceProps {
  readonly by: View['totalsBy']
  readonly onChange: (by: View['totalsBy']) => void
}

export function TotalsChoice({ by, onChange }: TotalsChoiceProps) {
  return <Choice label="Rows or totals" options={TOTALS} selected={by} onSelect={onChange} />
}

export function NothingPasses({ what, onClear }: { readonly what: string; readonly onClear: () => void }) {
  return (
    <PanelMessage>
      <p>No {what} passes the filter</p>
      <button type="button" onClick={onClear} className="rounded border border-line bg-raised px-3 py-1 text-text">
        Show all
      </button>
    </PanelMessage>
  )
}

interface ListFootProps {
  readonly what: string
  readonly shown: number
  readonly held: number
  /** Older rows have left the list. */
  readonly cut: boolean
  readonly children?: ReactNode
}

/** How much of what is held stands in the list above it. */
export function ListFoot({ what, shown, held, cut, children }: ListFootProps) {
  if (children === undefined && shown === held && !cut) return null
  return (
    <div className="flex h-7 shrink-0 items-center gap-3 overflow-x-auto border-t border-line px-3 text-2xs whitespace-nowrap text-muted max-sm:h-auto max-sm:flex-col max-sm:items-stretch max-sm:gap-1 max-sm:py-1.5">
      <p>
        {shown === held ? plural(held, what) : `${formatFixed(shown, 0)} of ${plural(held, what)}`}
        {cut && ', the newest; older ones have left the list'}
      </p>
      {children}
    </div>
  )
}
