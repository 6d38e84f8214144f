export const CONNECT_DEADLINE_MS = 10_000
export const FIRST_FRAME_DEADLINE_MS = 10_000
/** Topics that have brought nothing are subscribed once more. */
export const RESUBSCRIBE_AFTER_MS = 5_000
/** After a doubt. */
export const PROOF_DEADLINE_MS = 3_000
