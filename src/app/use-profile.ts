import { useQuery } from '@tanstack/react-query'
import { DEMO_NETWORK } from '../config'
import type { Network } from '../domain/market'
import type { ProfileState } from '../domain/profile'
import { type ProfileAnswer, profileUrl, readProfileAnswer } from '../protocol/profile'
import { ask } from './lines'
import type { AccountSource } from './use-account-source'

const TIME_LIMIT_MS = 10_000
const RETRIES = 2

export interface Profile {
  readonly state: ProfileState
  readonly retry: () => void
}

class LookUpFailure extends Error {
  readonly retry: boolean

  constructor(reason: string, retry: boolean) {
    super(reason)
    this.retry = retry
  }
}

/**
 * Asks the chosen network's REST host for the profile of a wallet; a question for another address is dropped.
 * `retryOnMount`: an answer that failed is asked for again by a component that comes later.
 */
export function useProfile(network: Network, source: AccountSource | null, retryOnMount = true): Profile {
  const wanted = source !== null && !source.asProfile
  const query = useQuery({
    queryKey: ['profile', network.id, source?.address ?? ''],
    queryFn: ({ signal }) => lookUp(network, source?.address ?? '', signal),
    enabled: wanted,
    retry: (failures, error) => failures < RETRIES && error instanceof LookUpFailure && error.retry,
    retryOnMount,
    retryDelay: (attempt) => 500 * 2 ** attempt + Math.random() * 500,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Offline is told by the failure itself; a paused query would wait without a word.
    networkMode: 'always',
  })
  const retry = () => void query.refetch()
  return { state: profileState(source, query.data, query.error, query.isFetching), retry }
}

/** The look-up in the words of the page; `answer` is the newest that came, `error` the reason of a later failure. */
export function profileState(
  source: AccountSource | null,
  answer: Exclude<ProfileAnswer, { kind: 'failed' }> | undefined,
  error: Error | null,
  fetching: boolean,
): ProfileState {
  if (source === null) return { status: 'none' }
  const { address } = source
  if (source.asProfile) return { status: 'found', address, profileAddress: address, as: 'profile' }
  if (answer?.kind === 'found') return { status: 'found', address, profileAddress: answer.profileAddress, as: 'wallet' }
  if (answer?.kind === 'unknown' && source.via === 'watch') {
    return { status: 'found', address, profileAddress: address, as: 'profile' }
  }
  if (fetching) return { status: 'looking-up', address }
  if (answer?.kind === 'unknown' && error === null) return { status: 'unknown', address }
  return { status: 'failed', address, reason: error?.message ?? 'The look-up was not answered' }
}

async function lookUp(network: Network, address: string, abandoned: AbortSignal) {
  const late = AbortSignal.timeout(TIME_LIMIT_MS)
  let status: number
  let body: string
  try {
    const response = await ask(profileUrl(network.restUrl, address), {
      signal: AbortSignal.any([abandoned, late]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    status = response.status
    body = await response.text()
  } catch {
    throw new LookUpFailure(late.aborted ? TOO_LATE : network.id === DEMO_NETWORK.id ? NOT_MADE_UP : UNREACHABLE, true)
  }
  const answer = readProfileAnswer(status, body)
  if (answer.kind === 'failed') throw new LookUpFailure(answer.reason, answer.retry)
  return answer
}

const TOO_LATE = `The exchange did not answer the look-up within ${TIME_LIMIT_MS / 1000} s`
// To a page the two look alike.
const UNREACHABLE = 'The exchange could not be reached, or does not let this page ask it (CORS)'
const NOT_MADE_UP = 'The made-up exchange could not be started, or met a fault of its own'
