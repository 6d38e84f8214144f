/**
 * The store for figures that nobody reads sixty times a second: followed at once after a pause, else five times a second, or less often. What
 * is on show (market, account, page) is followed at once always, so that nothing of what was left remains, and so is the first
 * word on a topic, so that no panel that stopped waiting claims an empty list.
 */
import { createStore, useStore as useStoreOf } from 'zustand'
import { type State, useStore } from './store'

const EVERY_MS = 200

const settlers = new Set<() => void>()

/** Those that follow five times a second catch up at once. Tests need not wait then. */
export function settleCalm(): void {
  for (const settle of settlers) settle()
}

export interface CalmStore {
  <T>(selector: (state: State) => T): T
  /** What those who follow it show at this moment. */
  readonly getState: () => State
  readonly subscribe: (listener: (state: State) => void) => () => void
  /** Catches up at once, for what the reader waits for. */
  readonly settle: () => void
}

/**
 * A hook like `useStore`. `phaseMs`: parts of the page that differ in it do not all change in the same frame, which would be
 * a long one.
 */
export function createCalm(phaseMs: number): CalmStore {
  const beat = (ms: number) => Math.floor((ms + phaseMs) / EVERY_MS)
  const calm = createFollower(({ atMs }, nowMs) => (beat(nowMs) > beat(atMs) ? 0 : EVERY_MS))
  settlers.add(calm.settle)
  return calm
}

/** When it followed last. */
interface Taken {
  readonly atMs: number
  /** That was the first of what is on show, or the first word on a topic. */
  readonly isFirst: boolean
}

/** `waitMs`: 0 where it may follow, else how long it waits if nothing else comes. */
export function createFollower(waitMs: (taken: Taken, nowMs: number) => number): CalmStore {
  const calm = createStore<State>()(() => useStore.getState())
  let taken: Taken = { atMs: Number.NEGATIVE_INFINITY, isFirst: true }
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(isFirst: boolean) {
    taken = { atMs: performance.now(), isFirst }
    clearTimeout(timer)
    timer = undefined
    calm.setState(useStore.getState(), true)
  }
  // Where there is nothing to catch up with, nothing begins to stand anew.
  function settle() {
    if (calm.getState() !== useStore.getState()) take(false)
  }

  const isUrgent = (state: State) => isAnotherView(state, calm.getState()) || heard(state) !== heard(calm.getState())

  useStore.subscribe((state) => {
    if (isUrgent(state)) return take(true)
    const leftMs = waitMs(taken, performance.now())
    if (leftMs === 0) settle()
    else timer ??= setTimeout(settle, leftMs)
  })
  return Object.assign(<T>(selector: (state: State) => T) => useStoreOf(calm, selector), calm, { settle })
}

/** What the exchange brings; all else is the reader's choice. */
const BROUGHT: ReadonlySet<string> = new Set<keyof State>(['markets', 'accounts', 'links', 'funding', 'lost', 'story'])
const isChosen = (name: string): name is keyof State => !BROUGHT.has(name)
const CHOSEN = Object.keys(useStore.getState()).filter(isChosen)

function isAnotherView(one: State, other: State): boolean {
  return CHOSEN.some((name) => one[name] !== other[name])
}

const counted = new WeakMap<State, number>()

/** Topics that have told something. Each store asks for the same states. */
function heard(state: State): number {
  const known = counted.get(state)
  if (known !== undefined) return known
  const topics = [...Object.values(state.markets), ...Object.values(state.accounts)].flatMap((data) =>
    Object.values(data.topics),
  )
  const count = topics.filter(({ confirmed }) => confirmed !== null).length
  counted.set(state, count)
  return count
}
