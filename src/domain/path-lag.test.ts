import { describe, expect, it } from 'vitest'
import type { Lag } from './lag'
import { watchPathLag } from './path-lag'

/** A measurement against a smallest that was met at `sinceMono`. */
const lag = (lagMs: number, sinceMono: number): Lag => ({ lagMs, sinceMono, offsetMs: 0 })

/** A way that was measured prompt at 1 s, and 30 s late at 60 s. */
function late() {
  const path = watchPathLag()
  path.measured(lag(0, 1000), 1000)
  path.measured(lag(30_000, 1000), 60_000)
  return path
}

describe('how late the messages of a socket come', () => {
  it('is not known before something measures it', () => {
    expect(watchPathLag().lagMs()).toBeNull()
  })

  it('is the last measurement, which holds until the next', () => {
    const path = late()
    expect(path.lagMs()).toBe(30_000)
    path.measured(lag(12_000, 1000), 600_000)
    expect(path.lagMs()).toBe(12_000)
    path.measured(lag(200, 1000), 600_100)
    expect(path.lagMs()).toBe(200)
  })

  it('is nought after an answer that came promptly', () => {
    const path = late()
    path.answeredPromptly(80_000)
    expect(path.lagMs()).toBe(0)
  })

  it('is not taken back by a measurement against what may have been late itself', () => {
    const path = late()
    path.measured(lag(0, 55_000), 70_000)
    expect(path.lagMs()).toBe(30_000)
    path.measured(lag(0, 71_000), 71_000)
    expect(path.lagMs()).toBe(30_000)
  })

  it('is taken back by a measurement against what was met before the way was last known to be prompt', () => {
    const path = late()
    path.answeredPromptly(80_000)
    path.measured(lag(20_000, 79_000), 90_000)
    path.measured(lag(100, 79_000), 95_000)
    expect(path.lagMs()).toBe(100)
  })

  it('does not call a way prompt on the word of a measurement that proves nothing', () => {
    const path = watchPathLag()
    path.measured(lag(0, 1000), 1000)
    path.measured(lag(0, 30_000), 40_000)
    path.measured(lag(30_000, 1000), 60_000)
    path.measured(lag(0, 30_000), 61_000)
    expect(path.lagMs()).toBe(30_000)
  })
})
