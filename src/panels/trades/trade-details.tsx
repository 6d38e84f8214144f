import { useEffect, useRef } from 'react'
import { EXPLORER_URL } from '../../config'
import { sameAddress, shortAddress } from '../../domain/address'
import type { Decimals } from '../../domain/decimals'
import type { Network } from '../../domain/market'
import { orderTypeLabel } from '../../domain/order-type'
import { type Match, takerLeg, type TradeLeg } from '../../domain/tape'
import type { TradeGroup } from '../../domain/trade-groups'
import { useStore } from '../../store/store'
import { ShortText, Time } from '../../ui/figures'
import { formatFixed, formatUsd, NO_FIGURE, plural } from '../../ui/format'

interface TradeDetailsProps {
  readonly group: TradeGroup
  readonly base: string
  readonly decimals: Decimals
  readonly network: Network
  readonly isOwn: (leg: TradeLeg) => boolean
  readonly onClose: () => void
}

/** Everything that the exchange told of a row: its transaction, and who stood on both sides of each match. */
export function TradeDetails({ group, base, decimals, network, isOwn, onClose }: TradeDetailsProps) {
  const section = useRef<HTMLElement>(null)
  // A reader who came by keyboard leaves by it too, from wherever the focus is in here.
  useEffect(() => {
    const element = section.current
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      onClose()
    }
    element?.focus()
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  const { version, timeMs, takerSide, matches, low, high, averagePrice } = group
  const price = (value: number) => formatFixed(value, decimals.price)
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label="Trade details"
      className="max-h-[50%] shrink-0 overflow-y-auto border-t border-accent bg-raised px-3 py-1.5 text-2xs -outline-offset-2"
    >
      <header className="flex items-center gap-2">
        <h3 className="font-semibold">
          {takerSide === null ? 'Taker’s side not known' : `Taker ${takerSide === 'buy' ? 'buys' : 'sells'}`}
        </h3>
        <Time timeMs={timeMs} withDay />
        <button
          type="button"
          aria-label="Close the details"
          onClick={onClose}
          className="ml-auto rounded px-1 text-muted hover:text-text"
        >
          ✕
        </button>
      </header>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        <dt className="text-muted">Transaction</dt>
        <dd>
          <ShortText
            full={version}
            short={version}
            what="transaction version"
            href={explorerHref(network, 'txn', version)}
          />
        </dd>
        {matches.length > 1 && (
          <>
            <dt className="text-muted">{plural(matches.length, 'match', 'matches')}</dt>
            <dd>
              {low === high ? price(low) : `${price(low)}–${price(high)}`}, average{' '}
              {formatFixed(averagePrice, decimals.price + 1)}
            </dd>
          </>
        )}
      </dl>
      <ul className="flex flex-col gap-1 pt-1">
        {matches.map((match) => (
          <li key={match.key} className="border-t border-line pt-1">
            <p>
              {formatFixed(match.size, decimals.size)} {base} at {price(match.price)}
            </p>
            <Legs match={match} network={network} isOwn={isOwn} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LegsProps {
  readonly match: Match
  readonly network: Network
  readonly isOwn: (leg: TradeLeg) => boolean
}

function Legs({ match: { legs }, network, isOwn }: LegsProps) {
  const taker = takerLeg(legs)
  return (
    <ul>
      {legs.map((leg) => (
        <li key={leg.key} className="flex min-h-[24px] flex-wrap items-center gap-x-2">
          <span className="w-9 text-muted">{taker === null ? 'Trader' : leg === taker ? 'Taker' : 'Maker'}</span>
          <Trader leg={leg} network={network} />
          {isOwn(leg) && <span className="text-accent">◆ yours</span>}
          <span className="ml-auto text-muted">
            {leg.orderType === null ? NO_FIGURE : orderTypeLabel(leg.orderType)}, fee {formatUsd(leg.feeUsd)}
          </span>
        </li>
      ))}
      {legs.length === 1 && <li className="text-muted">The exchange did not list the other side.</li>}
    </ul>
  )
}

function Trader({ leg: { address }, network }: { readonly leg: TradeLeg; readonly network: Network }) {
  const setWatch = useStore((state) => state.setWatch)
  const shown = useStore((state) => state.account?.address ?? null)
  if (address === null) return <span>not named</span>
  return (
    <>
      <ShortText
        full={address}
        short={shortAddress(address)}
        what="trader’s address"
        href={explorerHref(network, 'account', address)}
      />
      {shown !== null && sameAddress(shown, address) ? (
        <span className="text-muted">on show</span>
      ) : (
        <button
          type="button"
          // The exchange's rows name profiles, so there is nothing to look up.
          onClick={() => setWatch({ address, fromLink: false, asProfile: true })}
          className="rounded border border-line bg-panel px-1 text-muted hover:text-text"
        >
          Watch<span className="sr-only"> {shortAddress(address)}</span>
        </button>
      )}
    </>
  )
}

/** Of the chain's explorer; undefined where there is no chain behind the network. */
function explorerHref({ chain }: Network, kind: 'txn' | 'account', id: string): string | undefined {
  if (chain === null) return undefined
  return `${EXPLORER_URL}/${kind}/${encodeURIComponent(id)}?network=${encodeURIComponent(chain.name)}`
}
