/**
 * The store for figures that nobody reads sixty times a second: followed at once after a pause, else five times a second. What
 * is on show (market, account, page) is followed at once always, so that nothing of what was left remains, and so is the first
 * word on a topic, so that no panel that stopped waiting claims an empty list.
 */
import { createStore, useStore as useStoreOf } from 'zustand'
import { type State, useStore } from './store'

const EVERY_MS = 200

const settlers = new Set<() => void>()

/** Catches up at once. Tests need not wait then. */
export function settleCalm(): void {
  for (const settle of settlers) settle()
}

export interface CalmStore {
  <T>(selector: (state: State) => T): T
  /** What those who follow it show at this moment. */
  readonly getState: () => State
  readonly subscribe: (listener: (state: State) => void) => () => void
}

/**
 * A hook like `useStore`. `phaseMs`: parts of the page that differ in it do not all change in the same frame, which would be
 * a long one.
 */
export function createCalm(phaseMs: number): CalmStore {
  const calm = createStore<State>()(() => useStore.getState())
  let takenMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function take() {
    clearTimeout(timer)
    timer = undefined
    takenMs = performance.now()
    calm.setState(useStore.getState(), true)
  }
  const beat = (ms: number) => Math.floor((ms + phaseMs) / EVERY_MS)

  const isUrgent = (state: State) => isAnotherView(state, calm.getState()) || heard(state) !== heard(calm.getState())

  useStore.subscribe((state) => {
    if (isUrgent(state) || beat(performance.now()) > beat(takenMs)) take()
    else timer ??= setTimeout(take, EVERY_MS)
  })
  settlers.add(take)
  return Object.assign(<T>(selector: (state: State) => T) => useStoreOf(calm, selector), calm)
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
