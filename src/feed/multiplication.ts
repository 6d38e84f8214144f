import type { Topic } from '../domain/update'

const WINDOW_MS = 1_000
/** Once may be a list that was pushed at that moment; a list that is pushed all the time comes no more often each time. */
const ENOUGH = 2

/** Watches one socket for answers that multiply: a server that adds a subscription each time it is asked. */
export interface MultiplicationWatch {
  asked(topic: Topic, atMono: number): void
  /** True once two questions in a row for a topic brought more copies of one list than the question before. */
  heard(topic: Topic | null, text: unknown, atMono: number): boolean
}

/** How often a question's list came, and how many questions in a row brought more than their forerunner. */
interface Yield {
  readonly copies: number
  readonly rises: number
}

const NOTHING_YET: Yield = { copies: 1, rises: 0 }

export function watchMultiplication(): MultiplicationWatch {
  const earlier = new Map<Topic, Yield>()
  let question: { readonly topic: Topic; readonly atMono: number } | null = null
  let counts = new Map<unknown, number>()

  function yielded(topic: Topic): Yield {
    const { copies, rises } = earlier.get(topic) ?? NOTHING_YET
    const most = Math.max(1, ...counts.values())
    return { copies: most, rises: most > copies ? rises + 1 : 0 }
  }

  return {
    asked(topic, atMono) {
      if (question !== null) earlier.set(question.topic, yielded(question.topic))
      question = { topic, atMono }
      counts = new Map()
    },
    heard(topic, text, atMono) {
      if (question === null || question.topic !== topic || atMono - question.atMono > WINDOW_MS) return false
      counts.set(text, (counts.get(text) ?? 0) + 1)
      return yielded(topic).rises >= ENOUGH
    },
  }
}
