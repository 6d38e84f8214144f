import { usePreferences } from '../../store/preferences'
import { selectScope } from '../../store/selectors'
import { useStore } from '../../store/store'

interface LadderStep {
  /** A row of the ladder is 10^exponent ticks high. */
  readonly exponent: number
  readonly choose: (exponent: number) => void
}

/** How the market on show is grouped; each market keeps its own. */
export function useLadderStep(): LadderStep {
  const market = useStore(selectScope)
  const exponent = usePreferences(({ ladderSteps }) => ladderSteps[market] ?? 0)
  const choose = (next: number) => {
    const { ladderSteps, prefer } = usePreferences.getState()
    prefer({ ladderSteps: { ...ladderSteps, [market]: next } })
  }
  return { exponent, choose }
}
