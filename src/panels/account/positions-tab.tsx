import { memo, useCallback, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Position } from '../../domain/account'
import { PRICE_BASES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { Choice } from '../../ui/choice'
import { DataTable } from '../../ui/data-table'
import type { Sort } from '../../ui/sort-rows'
import { Bar, CONTROL } from './bar'
import { ExportButton } from './export-button'
import { inLiveOrder } from './live-position'
import { positionColumns } from './position-columns'
import { BASIS_WORDS } from './position-texts'
import type { TabProps } from './table-context'
import { usePriceView } from './use-price-view'
import { useLiveStore } from './use-live-store'

const Table = memo(DataTable<Position>)
const rowKey = ({ tradeId }: Position) => tradeId

const BASES = PRICE_BASES.map((basis) => ({
  value: basis,
  label: BASIS_WORDS[basis].header,
  name: `uPnL and ROE by ${BASIS_WORDS[basis].words}`,
}))

export function PositionsTab({ context, view, onView, withheld }: TabProps) {
  const positions = useStore((state) => selectAccount(state).positions)
  const prices = usePriceView(positions, !withheld)
  const columns = useMemo(() => positionColumns(context, prices, positions), [context, prices, positions])
  const { sort } = view
  const rows = useLiveStore(useShallow((state) => inLiveOrder(state, positions, prices, sort)))
  const onSort = useCallback((next: Sort | null) => onView({ sort: next }), [onView])
  return (
    <>
      <Bar tools={<ExportButton tab="positions" network={context.network} filter={null} />}>
        <BasisChoice />
        <span className="ml-auto max-sm:sr-only">
          {sort === null && positions.length > 1 ? 'The most endangered first' : ''}
        </span>
      </Bar>
      <Table label="Positions" columns={columns} rows={rows} rowKey={rowKey} sort={sort} onSort={onSort} pinned cards />
    </>
  )
}

function BasisChoice() {
  const basis = usePreferences((preferences) => preferences.priceBasis)
  const feeBps = usePreferences((preferences) => preferences.feeBps)
  const prefer = usePreferences((preferences) => preferences.prefer)
  return (
    <>
      <span aria-hidden="true">uPnL and ROE at</span>
      <Choice
        label="Price of uPnL and ROE"
        options={BASES}
        selected={basis}
        onSelect={(priceBasis) => prefer({ priceBasis })}
      />
      {basis === 'exit' && (
        <label className="flex items-center gap-1">
          with a fee of
          <input
            type="number"
            min={0}
            max={1000}
            step="any"
            value={feeBps}
            onChange={(event) => {
              if (event.target.value !== '') prefer({ feeBps: event.target.valueAsNumber })
            }}
            className={`${CONTROL} w-14 text-right`}
          />
          bp
        </label>
      )}
    </>
  )
}
