import { EXPLORER_URL } from '../../config'
import { decimalsOf } from '../../domain/decimals'
import { findMarket, marketName, type Network } from '../../domain/market'
import { orderTypeLabel, type TradeSide } from '../../domain/order-type'
import { ShortText, shortId, Toned } from '../../ui/figures'
import { formatFixed, formatSigned, formatUsd, NO_FIGURE } from '../../ui/format'

/** Cells that the account's tables share. */

interface MarketCellProps {
  readonly network: Network
  readonly marketId: string
  readonly onOpen: () => void
}

/** The market's name, which opens the row's story. */
export function MarketCell({ network, marketId, onOpen }: MarketCellProps) {
  const name = marketName(network, marketId)
  const isKnown = findMarket(network, marketId) !== undefined
  return (
    <button
      type="button"
      aria-label={`${name}: details`}
      title={
        isKnown ? 'Details' : 'Not in the table of markets: its figures stand as delivered, their scale is not known'
      }
      onClick={onOpen}
      className={`font-medium underline decoration-line decoration-dotted underline-offset-4 hover:text-accent hover:decoration-accent ${isKnown ? '' : 'text-warn'}`}
    >
      {name}
      {!isKnown && ' (unit not known)'}
    </button>
  )
}

export function Usd({ value }: { readonly value: number | null }) {
  return <span title={value === null ? undefined : String(value)}>{formatUsd(value)}</span>
}

export function Id({ id, what }: { readonly id: string | null; readonly what: string }) {
  return id === null ? NO_FIGURE : <ShortText full={id} short={shortId(id)} what={what} />
}

export function leverageText(value: number | null): string {
  return value === null ? NO_FIGURE : `${formatFixed(value, Math.min(2, decimalsOf(value)))}x`
}

export function typeText(orderType: number | null): string {
  return orderType === null ? NO_FIGURE : orderTypeLabel(orderType)
}

export function kindText(isMarket: boolean | null): string {
  return isMarket === null ? NO_FIGURE : isMarket ? 'Market' : 'Limit'
}

export function LongShort({ side }: { readonly side: 'long' | 'short' }) {
  return <Toned direction={side === 'long' ? 'up' : 'down'}>{side === 'long' ? 'Long' : 'Short'}</Toned>
}

/** Where a resting order stands; null: its id does not tell. */
export function BidAsk({ side }: { readonly side: 'bid' | 'ask' | null }) {
  if (side === null) return NO_FIGURE
  return <Toned direction={side === 'bid' ? 'up' : 'down'}>{side === 'bid' ? 'Bid' : 'Ask'}</Toned>
}

export function BuySell({ side }: { readonly side: TradeSide | null }) {
  if (side === null) return NO_FIGURE
  return <Toned direction={side === 'buy' ? 'up' : 'down'}>{side === 'buy' ? 'Buy' : 'Sell'}</Toned>
}

/** A transaction with its link; there is none without a chain behind the network. */
export function Transaction({ network, version }: { readonly network: Network; readonly version: string | null }) {
  if (version === null) return NO_FIGURE
  const href =
    network.chain === null
      ? undefined
      : `${EXPLORER_URL}/txn/${version}?network=${encodeURIComponent(network.chain.name)}`
  return <ShortText full={version} short={version} what="transaction version" href={href} />
}

/** Two decimals and the sign: +12.34 %. */
export function signedPercent(percent: number): string {
  return `${formatSigned(percent, 2)} %`
}

/** Two decimals whatever the size, so that a figure that moves keeps its shape; more only where it would vanish. */
export function signedUsd(value: number | null): string {
  return value === null ? NO_FIGURE : formatSigned(value, 2)
}

export function toneOf(value: number | null): string {
  return value === null || value === 0 ? '' : value > 0 ? 'text-up' : 'text-down'
}
