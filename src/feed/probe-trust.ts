/**
 * Whether a subject's server bears being asked again for what is subscribed already. Nobody documents it, so four kinds of
 * evidence against it are counted; two of a kind end the asking, and the link lives by silence and planned renewals.
 */
export interface ProbeTrust {
  /** Sockets in a row that had worked and then left a question unanswered, while a fresh one worked at once. */
  readonly unanswered: number
  /** The last socket left a question unanswered; whether the reader's network was at fault, the next one tells. */
  readonly suspected: boolean
  /** Losses in a row that came within two seconds of a question. */
  readonly punished: number
  /** Sockets on which each further question was answered once more often. */
  readonly multiplied: number
  /** Questions in a row that were met with an error message in place of an answer. */
  readonly refused: number
}

export const FULL_TRUST: ProbeTrust = { unanswered: 0, suspected: false, punished: 0, multiplied: 0, refused: 0 }

const ENOUGH = 2
const PUNISHED_WITHIN_MS = 2_000

export function trusts(trust: ProbeTrust): boolean {
  const { unanswered, punished, multiplied, refused } = trust
  return Math.max(unanswered, punished, multiplied, refused) < ENOUGH
}

/** After a loss: `askedAgoMs` since the last question of that socket, null if it was never asked. */
export function afterLoss(trust: ProbeTrust, askedAgoMs: number | null, unanswered: boolean): ProbeTrust {
  // Lost for good: a link that asks nothing gathers no evidence to the contrary.
  if (!trusts(trust)) return trust
  const punished = !unanswered && askedAgoMs !== null && askedAgoMs <= PUNISHED_WITHIN_MS
  return { ...trust, suspected: unanswered, punished: punished ? trust.punished + 1 : 0 }
}

/** After a socket has brought something usable; `atOnce`: the first that was tried after the loss. */
export function afterConfirmation(trust: ProbeTrust, atOnce: boolean): ProbeTrust {
  if (!trust.suspected) return trust
  return { ...trust, suspected: false, unanswered: trust.unanswered + (atOnce ? 1 : 0) }
}

export function afterAnswer(trust: ProbeTrust): ProbeTrust {
  const { unanswered, refused } = trust
  return (unanswered === 0 && refused === 0) || !trusts(trust) ? trust : { ...trust, unanswered: 0, refused: 0 }
}

export function afterRefusal(trust: ProbeTrust): ProbeTrust {
  return { ...trust, refused: trust.refused + 1 }
}

export function afterMultiplication(trust: ProbeTrust): ProbeTrust {
  return { ...trust, multiplied: trust.multiplied + 1 }
}
