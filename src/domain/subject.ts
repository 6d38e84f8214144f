export interface MarketSubject {
  readonly kind: 'market'
  readonly networkId: string
  readonly marketId: string
}

/** The book alone of a market that is not on show, for the prices of what an account holds there. */
export interface BookSubject {
  readonly kind: 'book'
  readonly networkId: string
  readonly marketId: string
}

export interface AccountSubject {
  readonly kind: 'account'
  readonly networkId: string
  /** The profile address, as received. */
  readonly address: string
}

/** What one socket serves, of one network. */
export type Subject = MarketSubject | BookSubject | AccountSubject

export type SubjectKey = string

export function subjectKey(subject: Subject): SubjectKey {
  const id = subject.kind === 'account' ? subject.address : subject.marketId
  return `${subject.networkId}/${subject.kind}/${id}`
}
