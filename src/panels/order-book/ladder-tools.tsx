import { memo, useId } from 'react'
import { groupSteps } from '../../domain/ladder'
import { priceOfUnits } from '../../domain/price-units'
import { selectBookTop } from '../../store/selectors'
import { useStore } from '../../store/store'
import { formatFixed } from '../../ui/format'
import { LadderSettings } from './ladder-settings'
import { useLadderStep } from './use-ladder-step'

interface LadderToolsProps {
  readonly priceDecimals: number
  /** The book could not be grouped exactly, and is not. */
  readonly refused: boolean
}

/** How the ladder is grouped and drawn. */
export const LadderTools = memo(function LadderTools({ priceDecimals, refused }: LadderToolsProps) {
  const id = useId()
  const { exponent, choose } = useLadderStep()
  const offered = useStore((state) => {
    const top = selectBookTop(state)
    return groupSteps(priceDecimals, top?.mid ?? top?.bestBid ?? top?.bestAsk ?? null).length
  })
  return (
    <div className="flex h-full items-center gap-1.5 px-3 text-2xs text-muted">
      <label htmlFor={id}>Group</label>
      <select
        id={id}
        value={exponent}
        onChange={(event) => choose(Number(event.target.value))}
        className="h-5 rounded border border-line bg-raised px-1 text-text"
      >
        {Array.from({ length: Math.max(offered, exponent + 1) }, (_, power) => (
          <option key={`10^${power}`} value={power}>
            {stepText(power, priceDecimals)}
          </option>
        ))}
      </select>
      {refused && (
        <span className="truncate text-warn" title="Prices have too many digits to be grouped exactly">
          Not grouped: too many digits
        </span>
      )}
      <LadderSettings />
    </div>
  )
})

/** 10^power ticks as a price: 0.001, 0.01, 0.1, 1, 10. */
function stepText(power: number, priceDecimals: number): string {
  return formatFixed(priceOfUnits(10 ** power, priceDecimals), Math.max(0, priceDecimals - power))
}
