import type { Topic } from '../domain/update'

/** An answer is one that comes this soon after its question: no question is waited for longer. */
const ANSWER_WITHIN_MS = 12_000
const PROMPT_WITHIN_MS = 2_000
const REFUSED_WITHIN_MS = 2_000
/** A topic that came more lately streams: what follows a question may be a late message of the stream. */
const QUIET_MS = 5_000
/** More is not counted: a server that leaves questions unanswered must not pass for one that owes for ever. */
const MAX_OWED = 2

/** What a message is to what was asked before. */
export interface Heard {
  /** The first of its topic since that was subscribed: a list of any age. */
  readonly owed: boolean
  /** Of a topic of the last question for a sign of life, and soon after it. */
  readonly answers: boolean
  /** So soon that neither question nor answer can have been late on their way. */
  readonly prompt: boolean
}

/** Watches what one socket was asked, and what came of it. */
export interface QuestionWatch {
  /** Topics that were subscribed. */
  readonly sent: (topics: readonly Topic[]) => void
  /** Topics that were subscribed as a question for a sign of life. */
  readonly asked: (topics: readonly Topic[], atMono: number) => void
  readonly heard: (topic: Topic | null, atMono: number) => Heard
  /** A message that nobody can tell apart: whether it came in place of an answer. */
  readonly refused: (atMono: number) => boolean
}

interface Question {
  readonly topics: readonly Topic[]
  readonly atMono: number
  /** Topics whose next message can be nothing but the answer. */
  readonly clear: Set<Topic>
  settled: boolean
}

const NOTHING: Heard = { owed: false, answers: false, prompt: false }

export function watchQuestions(): QuestionWatch {
  const owed = new Map<Topic, number>()
  const heardAt = new Map<Topic, number>()
  let question: Question | null = null

  const owes = (topic: Topic) => owed.get(topic) ?? 0
  const isQuiet = (topic: Topic, atMono: number) => atMono - (heardAt.get(topic) ?? -Infinity) >= QUIET_MS

  function sent(topics: readonly Topic[]) {
    for (const topic of topics) owed.set(topic, Math.min(MAX_OWED, owes(topic) + 1))
  }

  return {
    sent,
    asked(topics, atMono) {
      const clear = new Set(topics.filter((topic) => owes(topic) === 0 && isQuiet(topic, atMono)))
      question = { topics, atMono, clear, settled: false }
      sent(topics)
    },
    heard(topic, atMono) {
      if (topic === null) return NOTHING
      const before = owes(topic)
      owed.set(topic, Math.max(0, before - 1))
      heardAt.set(topic, atMono)
      const sinceMs = question === null ? Infinity : atMono - question.atMono
      const answers = question?.topics.includes(topic) === true && sinceMs <= ANSWER_WITHIN_MS
      if (question !== null && answers) question.settled = true
      const prompt = question?.clear.delete(topic) === true && sinceMs <= PROMPT_WITHIN_MS
      return { owed: before > 0, answers, prompt }
    },
    refused(atMono) {
      if (question === null || question.settled || atMono - question.atMono > REFUSED_WITHIN_MS) return false
      question.settled = true
      return true
    },
  }
}
