import { useNow } from './clock'
import { useStore } from './store'

/** Now in the exchange's time, in ms: the reader's clock less what it was measured to be ahead. Moves once a second. */
export function useExchangeNow(): number {
  const { wall } = useNow()
  // Whole seconds: the measure moves with every message.
  const offsetMs = useStore(({ story }) => Math.round((story.clockOffsetMs ?? 0) / 1000) * 1000)
  return wall - offsetMs
}
