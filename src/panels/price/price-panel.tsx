import { useState } from 'react'
import { CANDLE_SECONDS } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useTopicState } from '../../store/use-freshness'
import { Choice } from '../../ui/choice'
import { PanelMessage } from '../../ui/panel'
import { EmptyWords, TopicPanel } from '../topic-panel'
import { CandleTable } from './candle-table'
import { PriceView } from './price-view'

const INTERVALS = CANDLE_SECONDS.map((seconds) => ({
  value: seconds,
  label: seconds < 60 ? `${seconds}s` : `${seconds / 60}m`,
  name: seconds === 1 ? '1 second' : seconds < 60 ? `${seconds} seconds` : seconds === 60 ? '1 minute' : '5 minutes',
}))

/** Candles of the trades that this page has seen: the exchange delivers none. */
export function PricePanel({ base }: { readonly base: string }) {
  const seconds = usePreferences((preferences) => preferences.candleSeconds)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const [asTable, setAsTable] = useState(false)
  const actions = (
    <>
      <Choice
        label="Time of a candle"
        options={INTERVALS}
        selected={seconds}
        onSelect={(candleSeconds) => prefer({ candleSeconds })}
      />
      <button
        type="button"
        aria-label="Candles as a table"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
        className="h-5 rounded border border-line bg-raised px-1.5 text-2xs text-muted hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-text"
      >
        Table
      </button>
    </>
  )
  return (
    <TopicPanel label="Price chart" topic="recent_trades" subject="trades" actions={actions}>
      <PriceBody base={base} asTable={asTable} />
    </TopicPanel>
  )
}

function PriceBody({ base, asTable }: { readonly base: string; readonly asTable: boolean }) {
  const { state } = useTopicState('recent_trades')
  const seconds = usePreferences((preferences) => preferences.candleSeconds)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  const isEmpty = useStore((state) => selectMarket(state)?.session === null)
  if (decimals === undefined) return null
  if (state === 'unverified') return <PanelMessage>No candles are drawn from unverified figures.</PanelMessage>
  if (isEmpty)
    return (
      <PanelMessage>
        <EmptyWords none="No trades yet" state={state} />
      </PanelMessage>
    )
  const Candles = asTable ? CandleTable : PriceView
  return <Candles key={seconds} base={base} decimals={decimals} seconds={seconds} />
}
