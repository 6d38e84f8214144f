/** What one socket serves: one market or one account (profile address, as received) of one network. */
export type Subject =
  | { readonly kind: 'market'; readonly networkId: string; readonly marketId: string }
  | { readonly kind: 'account'; readonly networkId: string; readonly address: string }

export type SubjectKey = string

export function subjectKey(subject: Subject): SubjectKey {
  return subject.kind === 'market'
    ? `${subject.networkId}/market/${subject.marketId}`
    : `${subject.networkId}/account/${subject.address}`
}
