import { memo } from 'react'
import { usePreferences } from '../../store/preferences'

interface LadderHeadProps {
  readonly base: string
  readonly inQuote: boolean
  /** The asks' head stands for both sides. */
  readonly hidden: boolean
}

/** The total's unit is changed by its header. */
export const LadderHead = memo(function LadderHead({ base, inQuote, hidden }: LadderHeadProps) {
  const prefer = usePreferences((preferences) => preferences.prefer)
  const total = `Total (${inQuote ? '$' : base})`
  const other = inQuote ? base : '$'
  return (
    <thead className={hidden ? 'sr-only' : 'text-2xs text-muted'}>
      <tr>
        <th scope="col" className={`${HEAD} pl-3 text-left`}>
          Price
        </th>
        <th scope="col" className={HEAD}>
          Size ({base})
        </th>
        <th scope="col" className={`${HEAD} pr-3`}>
          {hidden ? (
            total
          ) : (
            <button
              type="button"
              title={`Show totals in ${other}`}
              onClick={() => prefer({ totalIn: inQuote ? 'base' : 'quote' })}
              className="underline decoration-dotted underline-offset-2 hover:text-text"
            >
              {total}
            </button>
          )}
        </th>
      </tr>
    </thead>
  )
})

const HEAD = 'sticky top-0 z-10 h-[21px] bg-panel py-0 font-medium'
