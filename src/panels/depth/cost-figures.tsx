import { type ReactNode, useMemo } from 'react'
import { bookShape } from '../../domain/book'
import type { Decimals } from '../../domain/decimals'
import { type Amount, type FillCost, fillCost } from '../../domain/fill-cost'
import { selectMarket } from '../../store/selectors'
import { useTopicState } from '../../store/use-freshness'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'
import { useDepthStore } from './use-depth-store'
import { missingWords, unfilledWords } from './cost-words'

interface CostFiguresProps {
  /** null: nothing to reckon with. */
  readonly amount: Amount | null
  readonly feeBps: number | null
  readonly base: string
  readonly decimals: Decimals
  /** What is wrong with what was typed in. */
  readonly problem: ReactNode
}

interface Costs {
  readonly buy: FillCost | null
  readonly sell: FillCost | null
}

const NO_COSTS: Costs = { buy: null, sell: null }

export function CostFigures({ amount, feeBps, base, decimals, problem }: CostFiguresProps) {
  const book = useDepthStore((state) => selectMarket(state)?.book ?? null)
  const { withheld, state } = useTopicState('orderbook')
  const costs = useMemo<Costs>(() => {
    if (book === null || withheld || amount === null) return NO_COSTS
    return { buy: fillCost(book, 'buy', amount, feeBps), sell: fillCost(book, 'sell', amount, feeBps) }
  }, [book, withheld, amount, feeBps])
  const sure = state === 'unverified' ? 'unverified' : withheld ? 'withheld' : 'sure'
  const missing = missingWords(book === null ? 'empty' : bookShape(book), sure)
  const unfilled = amount === null ? null : unfilledWords(amount, costs, base, decimals.size)
  const row = { costs }
  return (
    <>
      <table aria-label="Cost of a size" data-calm="" className="w-full table-fixed text-right">
        <thead>
          <tr className="font-medium">
            <td className="w-2/5" />
            <th scope="col" className="font-medium text-up">
              Buy
            </th>
            <th scope="col" className="font-medium text-down">
              Sell
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name={`Size (${base})`} hint="As much as the visible book fills" {...row}>
            {({ size }) => formatFixed(size, decimals.size)}
          </Row>
          <Row name="Average price" hint="Value by size, without the fee" {...row}>
            {({ averagePrice }) => formatFixed(averagePrice, decimals.price + 1)}
          </Row>
          <Row name="Worst price" hint="Of the last level that it takes" {...row}>
            {({ worstPrice }) => formatFixed(worstPrice, decimals.price)}
          </Row>
          <Row name="Slippage" hint="How much worse than mid the average is" {...row}>
            {({ slippageBps }) => (slippageBps === null ? NO_FIGURE : `${formatFixed(slippageBps, 2)} bps`)}
          </Row>
          <Row name="Fee ($)" hint="At the rate above" {...row}>
            {({ feeUsd }) => formatUsd(feeUsd)}
          </Row>
          <Row name="Total ($)" hint="Buying: value and fee. Selling: value less fee." {...row}>
            {({ totalUsd }) => formatUsd(totalUsd)}
          </Row>
        </tbody>
      </table>
      <p className="min-h-12 text-warn">{problem ?? missing ?? unfilled}</p>
    </>
  )
}

interface RowProps {
  readonly name: string
  readonly hint: string
  readonly costs: Costs
  readonly children: (cost: FillCost) => string
}

function Row({ name, hint, costs: { buy, sell }, children: figure }: RowProps) {
  return (
    <tr>
      <th scope="row" title={hint} className="truncate text-left font-normal text-muted">
        {name}
      </th>
      <Figure cost={buy} figure={figure} />
      <Figure cost={sell} figure={figure} />
    </tr>
  )
}

/** A figure of a part only is marked: the words below say of which. */
function Figure({ cost, figure }: { readonly cost: FillCost | null; readonly figure: (cost: FillCost) => string }) {
  if (cost === null) return <td className="figure">{NO_FIGURE}</td>
  return <td className={`figure ${cost.unfilled > 0 ? 'text-warn' : ''}`}>{figure(cost)}</td>
}
