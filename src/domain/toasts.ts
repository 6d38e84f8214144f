import { joinFills, type ToldFills } from './fill-news'

/** Some fills told at the page's edge. */
export interface Toast {
  readonly id: number
  /** When something was added last, by the reader's clock. */
  readonly atMs: number
  readonly told: ToldFills
}

export interface Toasts {
  /** The oldest first. */
  readonly shown: readonly Toast[]
  readonly nextId: number
}

export const NO_TOASTS: Toasts = { shown: [], nextId: 1 }

const MAX_TOASTS = 3
/** One order is filled in several steps: fills of one market this soon after each other are one story. */
const SAME_STORY_MS = 2_000

export type ToastEvent =
  | { readonly type: 'told'; readonly told: ToldFills; readonly atMs: number }
  | { readonly type: 'closed'; readonly id: number }

/** News join the newest toast where they go on with its story; else, beyond three, the two oldest become one. */
export function reduceToasts({ shown, nextId }: Toasts, event: ToastEvent): Toasts {
  if (event.type === 'closed') return { shown: shown.filter(({ id }) => id !== event.id), nextId }
  const { told, atMs } = event
  // Those of an account that was left are not shown any more.
  const own = shown.filter((toast) => toast.told.owner === told.owner)
  const newest = own.at(-1)
  if (newest !== undefined && atMs - newest.atMs < SAME_STORY_MS && isSameStory(newest.told, told)) {
    return { shown: [...own.slice(0, -1), { ...newest, atMs, told: joinFills(newest.told, told) }], nextId }
  }
  return { shown: atMost([...own, { id: nextId, atMs, told }]), nextId: nextId + 1 }
}

function isSameStory(a: ToldFills, b: ToldFills): boolean {
  const markets = new Set([...a.fills, ...b.fills].map(({ marketId }) => marketId))
  return a.arrival === b.arrival && a.sure === b.sure && markets.size === 1
}

function atMost(toasts: readonly Toast[]): readonly Toast[] {
  const [oldest, second, ...rest] = toasts
  if (toasts.length <= MAX_TOASTS || oldest === undefined || second === undefined) return toasts
  return [{ ...second, told: joinFills(oldest.told, second.told) }, ...rest]
}
