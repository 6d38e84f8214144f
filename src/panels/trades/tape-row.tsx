import { type KeyboardEvent, memo } from 'react'
import type { Decimals } from '../../domain/decimals'
import type { TradeSide } from '../../domain/order-type'
import { Time } from '../../ui/figures'
import { formatClock, formatFixed, formatUsd } from '../../ui/format'

interface TapeRowProps {
  readonly rowKey: string
  readonly timeMs: number
  readonly takerSide: TradeSide | null
  readonly low: number
  readonly high: number
  readonly size: number
  readonly valueUsd: number | null
  /** A range of prices leaves the value little room: it is told to the dollar, and in the title to the cent. */
  readonly wholeUsd: boolean
  /** Matches in the row. */
  readonly count: number
  readonly own: boolean
  readonly large: boolean
  /** Its details are on show. */
  readonly open: boolean
  /** The rows are one stop of the Tab key; from there the arrows lead on. */
  readonly inTabOrder: boolean
  readonly decimals: Decimals
  readonly onOpen: (rowKey: string, button: HTMLElement) => void
}

const TONES = { buy: 'text-up', sell: 'text-down' } as const
const ARROWS = { buy: '▲', sell: '▼' } as const
// Of figures that are drawn back the marks are too.
const WASHES = {
  buy: 'bg-up-wash in-[.dimmed]:bg-transparent',
  sell: 'bg-down-wash in-[.dimmed]:bg-transparent',
  unknown: 'bg-raised in-[.dimmed]:bg-transparent',
} as const
const OWN =
  'before:absolute before:left-1 before:text-[0.5rem] before:text-accent in-[.dimmed]:before:text-muted before:content-["◆"]'

/**
 * The cells of a row, by their figures alone: the tape makes its matches anew when a leg comes, and rows whose figures
 * stay cost nothing.
 */
export const TapeRow = memo(function TapeRow(props: TapeRowProps) {
  const { rowKey, timeMs, takerSide, low, high, size, count, own, large, open, inTabOrder, decimals } = props
  const wash = large ? WASHES[takerSide ?? 'unknown'] : ''
  const taker = takerSide === null ? 'The taker’s side is not known' : `Taker ${takerSide}`
  const price = (value: number) => formatFixed(value, decimals.price)
  const matches = count > 1 && `${count} matches from ${price(low)} to ${price(high)}`
  const title = [taker, own && 'your trade', large && 'large', matches].filter(Boolean).join(', ')
  // A taker's order goes from the best price to the worst.
  const [from, to] = takerSide === 'sell' ? [high, low] : [low, high]
  const arrow = takerSide === null ? '–' : ARROWS[takerSide]
  const exactValue = formatUsd(props.valueUsd)
  return (
    <>
      <td className={`relative pl-3 text-left ${wash} ${own ? OWN : ''}`} title={title}>
        <button
          type="button"
          aria-label={`Details of the trade at ${formatClock(timeMs)}`}
          aria-expanded={open}
          tabIndex={inTabOrder ? 0 : -1}
          onClick={({ currentTarget }) => props.onOpen(rowKey, currentTarget)}
          onKeyDown={onArrow}
          className="rounded text-muted -outline-offset-1 hover:text-text hover:underline"
        >
          <Time timeMs={timeMs} />
        </button>
      </td>
      <td className={`figure truncate ${takerSide === null ? '' : TONES[takerSide]} ${wash}`} title={title}>
        {low === high ? (
          <>
            <span aria-hidden="true" className="mr-1 text-[0.5rem]">
              {takerSide !== null && arrow}
            </span>
            {price(low)}
          </>
        ) : (
          <span className="text-2xs">
            {price(from)}
            <span className={takerSide === null ? '' : 'text-[0.5rem]'}>{arrow}</span>
            {price(to)}
          </span>
        )}
        {takerSide !== null && <span className="sr-only"> {takerSide}</span>}
      </td>
      <td className={`figure ${count > 1 ? 'text-2xs' : ''} ${wash}`}>
        {count > 1 && <span className="text-muted">{count}× </span>}
        {formatFixed(size, decimals.size)}
      </td>
      <td
        className={`figure pr-3 ${wash} ${large ? 'font-semibold' : 'text-muted'}`}
        title={props.valueUsd === null ? undefined : `$${exactValue}`}
      >
        {props.wholeUsd && props.valueUsd !== null ? formatFixed(props.valueUsd, 0) : exactValue}
        {(own || large) && <span className="sr-only">{`${large ? ' large' : ''}${own ? ' your trade' : ''}`}</span>}
      </td>
    </>
  )
})

function onArrow(event: KeyboardEvent<HTMLElement>) {
  const row = event.currentTarget.closest('tr')
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key]
  const button = next?.querySelector('button')
  if (button == null) return
  event.preventDefault()
  button.focus()
}
