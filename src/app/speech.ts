import { joinFills, type ToldFills } from '../domain/fill-news'

export interface Speech {
  /** The states that hold now, as sentences. One that is gone before its turn is not said, one that was said and stays is not said again. */
  readonly hold: (states: readonly string[]) => void
  readonly tell: (fills: ToldFills) => void
  readonly stop: () => void
}

/** What is said stays so long, and what comes meanwhile is said together at its end. */
const QUIET_MS = 5_000

/** Speaks at most once in 5 s: `say` is given what is new, and nothing when the words of before have had their time. */
export function createSpeech(say: (states: readonly string[], fills: ToldFills | null) => void): Speech {
  let held: readonly string[] = []
  let known: ReadonlySet<string> = new Set()
  let untold: ToldFills | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  function speak() {
    const states = held.filter((state) => !known.has(state))
    const fills = untold
    known = new Set(held)
    untold = null
    say(states, fills)
    timer = states.length === 0 && fills === null ? null : setTimeout(speak, QUIET_MS)
  }

  function speakInTime() {
    if (timer === null) speak()
  }

  return {
    hold(states) {
      held = states
      speakInTime()
    },
    tell(fills) {
      untold = untold?.owner === fills.owner ? joinFills(untold, fills) : fills
      speakInTime()
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
