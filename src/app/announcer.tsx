import { useEffect, useRef, useState } from 'react'
import type { ToldFills } from '../domain/fill-news'
import type { Network } from '../domain/market'
import type { Topic } from '../domain/update'
import { usePreferences } from '../store/preferences'
import { TOPIC_OF_TAB } from '../store/selectors'
import { useStore } from '../store/store'
import { useTopicState } from '../store/use-freshness'
import { fillWords } from './alert-words'
import { createSpeech, type Speech } from './speech'
import { useFillNews } from './use-fill-news'

/**
 * One a network. Tells a screen reader of own fills, and of figures that are doubted or could not be read. That the connection as a whole is
 * stale or back is told by the connection's own status, so five panels do not speak at once.
 */
export function Announcer({ network }: { readonly network: Network }) {
  const tab = useStore((state) => state.tab)
  const tellsFills = usePreferences(({ fillToasts }) => fillToasts === 'on')
  const [said, setSaid] = useState({ text: '', count: 0 })
  const speech = useRef<Speech | null>(null)
  const states = [
    useWords('Order book', 'orderbook'),
    useWords('Trades', 'recent_trades'),
    useWords('Funding', 'live_funding_rate'),
    useWords('Account', TOPIC_OF_TAB[tab]),
  ].filter((words) => words !== '')
  const held = states.join('\n')

  useEffect(() => {
    const created = createSpeech((news, fills) => {
      const text = [...news, ...fillSentence(fills, network)].join(' ')
      setSaid((before) => (text === before.text && text === '' ? before : { text, count: before.count + 1 }))
    })
    speech.current = created
    return created.stop
  }, [network])

  useEffect(() => {
    speech.current?.hold(held === '' ? [] : held.split('\n'))
  }, [held])

  useFillNews((told) => {
    if (tellsFills) speech.current?.tell(told)
  })

  return (
    <p aria-live="polite" className="sr-only">
      {/* Another element each time: the same words said again are news too. */}
      <span key={said.count}>{said.text}</span>
    </p>
  )
}

function fillSentence(told: ToldFills | null, network: Network): string[] {
  const state = useStore.getState()
  // The account may have been left while they waited to be told.
  if (told === null || told.owner !== state.account) return []
  return [`${fillWords(told, { network, state, nowMs: Date.now() }).title}.`]
}

function useWords(label: string, topic: Topic): string {
  // The reason holds words of the server that may change with every message: it stands in the panel.
  const { state } = useTopicState(topic)
  if (state === 'unverified') return `${label}: figures are unverified.`
  return state === 'error' ? `${label}: the newest message could not be read.` : ''
}
