import { memo } from 'react'
import { usePreferences } from '../../store/preferences'

interface LadderHeadProps {
  readonly base: string
  readonly inQuote: boolean
}

/** The columns' names over both sides, whose tables have them too; the total's unit is changed by its own. */
export const LadderHead = memo(function LadderHead({ base, inQuote }: LadderHeadProps) {
  const prefer = usePreferences((preferences) => preferences.prefer)
  return (
    <div
      data-heads=""
      className="grid h-[21px] shrink-0 grid-cols-[26fr_36fr_38fr] items-center overflow-hidden text-right text-2xs font-medium text-muted [scrollbar-gutter:stable] [scrollbar-width:thin]"
    >
      <span aria-hidden="true" className="pl-3 text-left">
        Price
      </span>
      <span aria-hidden="true">Size ({base})</span>
      <span className="pr-3">
        <button
          type="button"
          title={`Show totals in ${inQuote ? base : '$'}`}
          onClick={() => prefer({ totalIn: inQuote ? 'base' : 'quote' })}
          className="underline decoration-dotted underline-offset-2 hover:text-text"
        >
          Total ({inQuote ? '$' : base})
        </button>
      </span>
    </div>
  )
})
