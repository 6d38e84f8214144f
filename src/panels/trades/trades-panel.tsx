import { useState } from 'react'
import type { Network } from '../../domain/market'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useFreshness } from '../../store/use-freshness'
import { emptyWords, TopicPanel } from '../topic-panel'
import { FlowBar } from './flow-bar'
import { PauseButton, type Pause } from './pause-button'
import { Tape } from './tape'
import { TapeBar } from './tape-bar'

interface TradesPanelProps {
  readonly base: string
  readonly network: Network
}

export function TradesPanel({ base, network }: TradesPanelProps) {
  const market = useStore((state) => state.market)
  const [pause, setPause] = useState<Pause | null>(null)
  // What was left is gone: rows do not stand still beyond their market, nor come back when it is opened again.
  const held = pause?.market === market ? pause : null
  return (
    <TopicPanel
      label="Trades"
      topic="recent_trades"
      subject="trades"
      actions={<PauseButton pause={held} onPause={setPause} />}
    >
      <TradesBody base={base} network={network} pause={held} />
    </TopicPanel>
  )
}

function TradesBody({ pause, ...shared }: TradesPanelProps & { readonly pause: Pause | null }) {
  const { state } = useFreshness('recent_trades')
  const isEmpty = useStore((state) => selectMarket(state)?.matches.length === 0)
  if (isEmpty) return <p className="p-4 text-center text-xs text-muted">{emptyWords('No trades yet', state)}</p>
  return (
    <>
      <TapeBar />
      <FlowBar />
      <Tape held={pause?.matches ?? null} sure={state !== 'unverified'} {...shared} />
    </>
  )
}
