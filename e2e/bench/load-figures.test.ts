import { expect, test } from 'vitest'
import { blockingMs, figuresOf, medians, type RawLoad, waterfall } from './load-figures'

const file = (name: string, startMs: number, bytes: number) => ({ name, startMs, endMs: startMs + 100, bytes })

const load: RawLoad = {
  fcpMs: 700,
  lcpMs: 1500,
  shifts: [
    [800, 0.01],
    [900, 0.02],
    [10_001, 0.5],
  ],
  longTasks: [
    [300, 80],
    [1200, 250],
    [6500, 70],
    [6501, 90],
  ],
  sockets: [
    { madeMs: 600, openMs: 900 },
    { madeMs: 650, openMs: null },
  ],
  bookMs: 1600,
  files: [
    file('/', 0, 900),
    file('/assets/index.js', 100, 50_000),
    file('/cached.js', 120, 0),
    file('/late.js', 10_500, 7),
  ],
}

test('the figures of a load', () => {
  expect(figuresOf(load)).toEqual({
    fcpMs: 700,
    lcpMs: 1500,
    layoutShift: 0.03,
    blockingMs: 30 + 200,
    socketMs: 600,
    socketOpenMs: 900,
    bookMs: 1600,
    bytes: 50_900,
    requests: 2,
  })
})

test('what did not come is later than everything', () => {
  const none = figuresOf({ ...load, fcpMs: null, lcpMs: null, sockets: [], bookMs: null })
  expect(none).toMatchObject({
    fcpMs: Infinity,
    lcpMs: Infinity,
    socketMs: Infinity,
    socketOpenMs: Infinity,
    bookMs: Infinity,
  })
})

test('a task blocks by what it has beyond 50 ms', () => {
  expect(
    blockingMs(
      [
        [0, 50],
        [10, 51],
        [90, 150],
      ],
      90,
    ),
  ).toBe(1)
  expect(
    blockingMs(
      [
        [0, 50],
        [10, 51],
        [90, 150],
      ],
      91,
    ),
  ).toBe(101)
})

test('medians are taken figure by figure, and one that failed does not spoil them', () => {
  const { fcpMs, ...rest } = figuresOf(load)
  const loads = [9, 1, Infinity, 3, 2].map((ms) => ({ ...rest, fcpMs: ms * fcpMs, bytes: 100 - ms }))
  expect(medians(loads)).toMatchObject({ fcpMs: 3 * 700, bytes: 97, bookMs: 1600 })
})

test('a waterfall is in the order of time', () => {
  const [, ...lines] = waterfall(load)
  expect(lines.map((line) => Number(line.slice(0, 6)))).toEqual(
    lines.map((line) => Number(line.slice(0, 6))).sort((a, b) => a - b),
  )
  expect(lines.find((line) => line.includes('index.js'))).toBe('   100    200    50000  /assets/index.js')
  expect(lines.filter((line) => line.includes('socket'))).toHaveLength(3)
})
