import { type Network, marketName } from '../../domain/market'
import { occurring } from '../../domain/row-filter'
import type { FilterChoice } from './filters'
import { NO_CHOICE } from './filters'
import { CONTROL, Pick } from './bar'

interface FilterBarProps<Row> {
  readonly network: Network
  /** All that the tab holds: what occurs in them is offered. */
  readonly rows: readonly Row[]
  readonly statusOf?: (row: Row) => string
  readonly choice: FilterChoice
  readonly isOn: boolean
  readonly onChange: (choice: FilterChoice) => void
}

const SIDES = [
  { value: 'buy', label: 'Buy' },
  { value: 'sell', label: 'Sell' },
  { value: 'unknown', label: 'Side not known' },
] as const

/** The filters of a history; none of their names contains "Market", which is the header's. */
export function FilterBar<Row extends { readonly marketId: string }>(props: FilterBarProps<Row>) {
  const { network, rows, statusOf, choice, isOn, onChange } = props
  const markets = occurring(rows, ({ marketId }) => marketId)
  const change = (part: Partial<FilterChoice>) => onChange({ ...choice, ...part })
  return (
    <>
      <Pick
        label="Pair"
        all="All pairs"
        options={markets.map((id) => ({ value: id, label: marketName(network, id) }))}
        value={choice.marketId}
        onChange={(marketId) => change({ marketId })}
      />
      <Pick
        label="Side"
        all="Both sides"
        options={SIDES}
        value={choice.side}
        onChange={(side) => change({ side: SIDES.find(({ value }) => value === side)?.value ?? null })}
      />
      {statusOf !== undefined && (
        <Pick
          label="Status"
          all="Any status"
          options={occurring(rows, statusOf).map((status) => ({ value: status, label: status }))}
          value={choice.status}
          onChange={(status) => change({ status })}
        />
      )}
      <Day label="From" value={choice.fromDay} onChange={(fromDay) => change({ fromDay })} />
      <Day label="To" value={choice.toDay} onChange={(toDay) => change({ toDay })} />
      <input
        type="search"
        aria-label="Search ids"
        placeholder="Search ids"
        value={choice.idText}
        onChange={(event) => change({ idText: event.target.value })}
        autoComplete="off"
        spellCheck={false}
        className={`${CONTROL} w-28 shrink-0 ${choice.idText === '' ? '' : 'border-accent'}`}
      />
      {isOn && (
        <button type="button" onClick={() => onChange(NO_CHOICE)} className="shrink-0 text-accent hover:underline">
          Clear filters
        </button>
      )}
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className="flex shrink-0 items-center gap-1">
      {label}
      <input
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${CONTROL} w-28 ${value === '' ? '' : 'border-accent'}`}
      />
    </label>
  )
}
