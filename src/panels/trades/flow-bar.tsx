import { FLOW_MINUTES } from '../../domain/preferences'
import { type TakerFlow, takerFlow } from '../../domain/taker-flow'
import { placeMs } from '../../domain/tape'
import type { Stamp } from '../../domain/time'
import { useNow } from '../../store/clock'
import { usePreferences } from '../../store/preferences'
import { selectMarket } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import { isDimmed, useFreshness } from '../../store/use-freshness'
import { Choice } from '../../ui/choice'
import { formatClock, formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'

const WINDOWS = FLOW_MINUTES.map((minutes) => ({
  value: minutes,
  label: `${minutes}m`,
  name: minutes === 1 ? '1 minute' : `${minutes} minutes`,
}))
const MINUTE_MS = 60_000

/** Who took in the last minutes, looked at once a second. */
export function FlowBar() {
  const minutes = usePreferences((preferences) => preferences.flowMinutes)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const now = useNow()
  const { state, withheld, asOf } = useFreshness('recent_trades')
  const isKnown = !withheld && state !== 'unverified'
  // Of figures that are not current the last minutes are those before they were.
  const flow = isKnown ? flowOf(useStore.getState(), isDimmed(state) ? (asOf ?? now) : now, minutes) : null
  return (
    <section aria-label="Taker flow" className="flex shrink-0 flex-col gap-1 border-b border-line px-3 py-1 text-2xs">
      <div className="flex h-5 items-center gap-2">
        <span className="text-muted" title="What takers bought and sold, in the quote currency">
          Taker flow
        </span>
        <Choice
          label="Time of the taker flow"
          options={WINDOWS}
          selected={minutes}
          onSelect={(flowMinutes) => prefer({ flowMinutes })}
        />
        <span className="ml-auto truncate text-muted">{flow === null ? NO_FIGURE : scopeOf(flow)}</span>
      </div>
      <Bar flow={flow} />
      <dl className="grid grid-cols-[minmax(0,5fr)_minmax(0,4.6fr)_minmax(0,5fr)] gap-1.5 whitespace-nowrap">
        <Amount name="Buy" tone="text-up" usd={flow?.buyUsd ?? null} share={flow?.buyShare ?? null} />
        <Amount name="Unknown" tone="text-muted" usd={flow?.unknownUsd ?? null} share={null} />
        <Amount
          name="Sell"
          tone="text-down"
          usd={flow?.sellUsd ?? null}
          share={flow?.buyShare == null ? null : 1 - flow.buyShare}
        />
      </dl>
    </section>
  )
}

// Until the clocks were compared, the newest trade tells the exchange's time.
function flowOf(state: State, { wall }: Stamp, minutes: number): TakerFlow | null {
  const market = selectMarket(state)
  const { clockOffsetMs } = state.story
  if (market === undefined || market.session === null) return null
  const endMs = clockOffsetMs === null ? placeMs(market.session.newest) : wall - clockOffsetMs
  return takerFlow(market.candles[1], market.gaps, endMs - minutes * MINUTE_MS)
}

function scopeOf({ whole, sinceMs, gapped }: TakerFlow): string {
  return [whole ? '' : `since ${formatClock(sinceMs)}`, gapped ? 'with a gap' : ''].filter(Boolean).join(', ')
}

function Bar({ flow }: { readonly flow: TakerFlow | null }) {
  const { buyUsd = 0, unknownUsd = 0, sellUsd = 0 } = flow ?? {}
  const all = buyUsd + unknownUsd + sellUsd
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none relative h-1.5 overflow-hidden rounded-full bg-raised in-[.dimmed]:opacity-35"
    >
      {all > 0 && (
        <>
          <div className="absolute inset-0 bg-up" />
          <div className="absolute inset-0 border-l border-panel bg-faint" style={from(buyUsd / all)} />
          <div className="absolute inset-0 border-l border-panel bg-down" style={from((buyUsd + unknownUsd) / all)} />
        </>
      )}
    </div>
  )
}

/** Moved and not sized anew: that would be a shift of the layout. */
const from = (share: number) => ({ transform: `translateX(${share * 100}%)` })

interface AmountProps {
  readonly name: string
  readonly tone: string
  readonly usd: number | null
  /** Of both known sides, 0 to 1. */
  readonly share: number | null
}

function Amount({ name, tone, usd, share }: AmountProps) {
  return (
    <div title={usd === null ? undefined : `$${formatUsd(usd)}`}>
      <dt className={`mr-1 inline ${tone}`}>{name}</dt>
      {/* One text: it grows at its end and moves nothing. */}
      <dd className="inline">
        {`${usd === null ? NO_FIGURE : shortUsd(usd)}${share === null ? '' : ` ${formatFixed(share * 100, 0)} %`}`}
      </dd>
    </div>
  )
}

/** $12.3K: the amounts side by side have little room, and their titles tell them to the cent. */
function shortUsd(usd: number): string {
  if (usd >= 1e6) return `$${formatFixed(usd / 1e6, 2)}M`
  return usd >= 1e3 ? `$${formatFixed(usd / 1e3, 1)}K` : `$${formatFixed(usd, 0)}`
}
