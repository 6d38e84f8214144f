/**
 * The store for figures that nobody reads sixty times a second: followed at once after a pause, else ten times a second. What
 * is on show (market, account, page) is followed at once always, so that nothing of what was left remains.
 */
import { createStore, useStore as useStoreOf } from 'zustand'
import { type State, useStore } from './store'

const EVERY_MS = 100

const settlers = new Set<() => void>()

/** Catches up at once. Tests need not wait then. */
export function settleCalm(): void {
  for (const settle of settlers) settle()
}

/**
 * A hook like `useStore`. `phaseMs`: parts of the page that differ in it do not all change in the same frame, which would be
 * a long one.
 */
export function createCalm(phaseMs: number): <T>(selector: (state: State) => T) => T {
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

  useStore.subscribe((state) => {
    if (isAnotherView(state, calm.getState()) || beat(performance.now()) > beat(takenMs)) take()
    else timer ??= setTimeout(take, EVERY_MS)
  })
  settlers.add(take)
  return (selector) => useStoreOf(calm, selector)
}

/** What the exchange brings; all else is the reader's choice. */
const BROUGHT: ReadonlySet<string> = new Set<keyof State>(['markets', 'accounts', 'links', 'funding', 'lost', 'story'])

function isAnotherView(one: State, other: State): boolean {
  const values = new Map<string, unknown>(Object.entries(other))
  return Object.entries(one).some(([name, value]) => !BROUGHT.has(name) && values.get(name) !== value)
}
