import { expect, test } from 'vitest'
import { run } from './driver'
import { Exchange } from './exchange'

/** A clock that is moved by hand, and the one timer the driver has. */
function fakeTime() {
  const time = { nowMs: 1_000_000, due: 0, callback: null as (() => void) | null }
  return {
    now: () => time.nowMs,
    setTimer: (callback: () => void, ms: number) => {
      time.callback = callback
      time.due = time.nowMs + ms
      return () => {
        time.callback = null
      }
    },
    /** Runs timers until then; `lateMs` makes each come late, as a busy machine does. */
    pass(ms: number, lateMs = 0) {
      const endMs = time.nowMs + ms
      while (time.callback !== null && time.due + lateMs <= endMs) {
        time.nowMs = time.due + lateMs
        time.callback()
      }
      time.nowMs = endMs
    },
    isIdle: () => time.callback === null,
  }
}

function countingExchange() {
  const exchange = new Exchange({ startMs: 1_000_000, alive: false })
  const steps: number[] = []
  exchange.step = (nowMs) => void steps.push(nowMs)
  return { exchange, steps }
}

test.each([1, 10, 333, 2000])('%i steps a second are reached', (rate) => {
  const time = fakeTime()
  const { exchange, steps } = countingExchange()
  run({ exchange, rate, now: time.now, setTimer: time.setTimer })
  time.pass(10_000)
  expect(Math.abs(steps.length - rate * 10)).toBeLessThanOrEqual(1 + rate * 0.005)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
})

test('late timers are made up for', () => {
  const time = fakeTime()
  const { exchange, steps } = countingExchange()
  run({ exchange, rate: 2000, now: time.now, setTimer: time.setTimer })
  time.pass(10_000, 37)
  expect(steps.length).toBeGreaterThan(19_800)
})

test('after a long sleep it goes on from now', () => {
  const time = fakeTime()
  const { exchange, steps } = countingExchange()
  run({ exchange, rate: 100, now: time.now, setTimer: time.setTimer })
  time.pass(3_600_000, 3_590_000)
  expect(steps.length).toBeLessThan(10)
  expect(steps[0]).toBeGreaterThan(4_000_000)
})

test('it stops when told to', () => {
  const time = fakeTime()
  const { exchange, steps } = countingExchange()
  const stop = run({ exchange, rate: 10, now: time.now, setTimer: time.setTimer })
  time.pass(1000)
  stop()
  time.pass(1000)
  expect(steps).toHaveLength(10)
  expect(time.isIdle()).toBe(true)
})

test.each([0, -1, 2001, Number.NaN])('a rate of %d is refused', (rate) => {
  const { exchange } = countingExchange()
  expect(() => run({ exchange, rate, now: () => 0, setTimer: () => () => {} })).toThrow(RangeError)
})
