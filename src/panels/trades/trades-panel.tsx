import { useState } from 'react'
import type { Network } from '../../domain/market'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useTopicState } from '../../store/use-freshness'
import { PanelMessage } from '../../ui/panel'
import { EmptyWords, TopicPanel } from '../topic-panel'
import { FlowBar } from './flow-bar'
import { PauseButton, type Pause } from './pause-button'
import { Tape } from './tape'
import { TapeBar } from './tape-bar'
import { useTapeStore } from '../../store/use-tape-store'

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
      <TradesBody base={base} network={network} pause={held} onPause={setPause} />
    </TopicPanel>
  )
}

interface TradesBodyProps extends TradesPanelProps {
  readonly pause: Pause | null
  readonly onPause: (pause: Pause | null) => void
}

function TradesBody({ pause, onPause, ...shared }: TradesBodyProps) {
  const { state } = useTopicState('recent_trades')
  const isEmpty = useTapeStore((state) => selectMarket(state)?.matches.length === 0)
  if (isEmpty)
    return (
      <PanelMessage>
        <EmptyWords none="No trades yet" state={state} />
      </PanelMessage>
    )
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-4xl flex-1 flex-col">
      <TapeBar />
      <FlowBar />
      <Tape pause={pause} onPause={onPause} sure={state !== 'unverified'} {...shared} />
    </div>
  )
}
