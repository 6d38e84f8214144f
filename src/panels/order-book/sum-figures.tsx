import type { ReactNode } from 'react'
import type { Decimals } from '../../domain/decimals'
import { slippageBps } from '../../domain/fill-cost'
import { type Ladder, type LadderSum, sumTo } from '../../domain/ladder'
import { formatFixed, NO_FIGURE } from '../../ui/format'

interface Figures {
  readonly base: string
  readonly decimals: Decimals
  readonly mid: number | null
}

interface SumFiguresProps extends Figures {
  /** null: not reckoned with figures that are withheld. */
  readonly sum: LadderSum | null
}

/** What taking everything from the best price to a level would move, in the place of the imbalance: nothing shifts. */
export function SumFigures({ sum, ...figures }: SumFiguresProps) {
  const texts = sum === null ? null : sumTexts(sum, figures)
  return (
    <dl className="grid grid-cols-2 gap-x-3">
      <Figure label="Sum">
        {texts?.size ?? NO_FIGURE} {figures.base}
      </Figure>
      <Figure label="Value">{texts?.value ?? NO_FIGURE}</Figure>
      <Figure label="Avg">{texts?.average ?? NO_FIGURE}</Figure>
      <Figure label="From mid">{texts?.slippage ?? NO_FIGURE}</Figure>
    </dl>
  )
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex justify-between gap-1 whitespace-nowrap">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The same as a sentence, for those who go through the ladder by keyboard; empty where there is no such row. */
export function sumWords(ladder: Ladder, row: number, figures: Figures): string {
  const sum = sumTo(ladder, row)
  const level = ladder.levels[row]
  if (sum === null || level === undefined) return ''
  const { size, value, average, slippage } = sumTexts(sum, figures)
  const price = formatFixed(level.price, figures.decimals.price)
  return `to ${price}: ${size} ${figures.base}, ${value}, average ${average}, ${slippage} from mid`
}

function sumTexts({ size, value, averagePrice }: LadderSum, { decimals, mid }: Figures) {
  const slippage = slippageBps(averagePrice, mid)
  return {
    size: formatFixed(size, decimals.size),
    value: `$${formatFixed(value, 2)}`,
    // An average lies between ticks.
    average: formatFixed(averagePrice, decimals.price + 1),
    slippage: slippage === null ? NO_FIGURE : `${formatFixed(slippage, 1)} bps`,
  }
}
