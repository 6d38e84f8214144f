import { describe, expect, it } from 'vitest'
import type { Delivery, SubjectBatch } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import type { Rejection, Topic } from '../domain/update'
import { createBatch } from './batch'

const VIEW: LinkView = {
  phase: 'confirmed',
  generation: 1,
  since: { mono: 0, wall: 0 },
  delayMs: 0,
  failures: 0,
  reason: null,
  probing: true,
  nextGeneration: null,
  lastFrame: null,
}

const LOSS: Rejection = { topic: 'orderbook', reason: 'row', detail: 'a row', lost: 'row' }

/** The length of every message here. */
const CHARS = 10

let serial = 0

/** A message whose number is its place in time. */
function delivery(topic: 'orderbook' | 'recent_trades' | 'live_funding_rate', lostCount = 0): Delivery {
  serial += 1
  const update =
    topic === 'orderbook'
      ? { topic, book: { bids: [], asks: [] } }
      : topic === 'recent_trades'
        ? { topic, legs: [] }
        : { topic, rates: [] }
  const lost = lostCount > 0 ? [LOSS] : []
  return { generation: 1, at: { mono: serial, wall: serial }, topic, update, lostCount, lost, lag: null }
}

function refused(topic: Topic | null, lostCount = 1): Delivery {
  return { ...delivery('orderbook', lostCount), topic, update: null }
}

function createRig() {
  const frames: (() => void)[] = []
  /** Of each frame asked for, whether it may be the one after the next. */
  const floods: boolean[] = []
  const commits: SubjectBatch[][] = []
  const batch = createBatch(
    (flush, isFlood) => {
      frames.push(flush)
      floods.push(isFlood)
    },
    (subjects) => commits.push(subjects),
  )
  const deliver = (key: string, each: Delivery) => batch.deliver(key, each, CHARS)
  const frame = () => {
    for (const flush of frames.splice(0)) flush()
  }
  const held = () => commits.flat().flatMap((subject) => subject.deliveries)
  return { batch: { ...batch, deliver }, commits, frame, frames, floods, held }
}

describe('one commit a frame', () => {
  it('asks for one frame and commits what all sockets brought until then, in one go', () => {
    const { batch, commits, frame, frames } = createRig()
    const trades = [delivery('recent_trades'), delivery('recent_trades')]
    batch.link('a', VIEW)
    for (const each of trades) batch.deliver('a', each)
    batch.deliver('b', delivery('orderbook'))
    expect(frames).toHaveLength(1)
    expect(commits).toEqual([])
    frame()
    expect(commits).toHaveLength(1)
    expect(commits[0]?.map(({ key, link }) => [key, link])).toEqual([
      ['a', VIEW],
      ['b', null],
    ])
    expect(commits[0]?.[0]?.deliveries).toEqual(trades)
  })

  it('asks again for what comes after a frame, and for nothing while nothing comes', () => {
    const { batch, commits, frame, frames } = createRig()
    batch.link('a', VIEW)
    frame()
    expect(frames).toEqual([])
    batch.deliver('a', delivery('orderbook'))
    expect(frames).toHaveLength(1)
    frame()
    expect(commits).toHaveLength(2)
  })

  it('commits at once when it is told to, and the frame that was asked for finds nothing left', () => {
    const { batch, commits, frame } = createRig()
    batch.deliver('a', delivery('orderbook'))
    batch.flush()
    frame()
    batch.flush()
    expect(commits).toHaveLength(1)
  })

  it('takes what comes during a commit into the next one', () => {
    const commits: number[] = []
    const frames: (() => void)[] = []
    const batch = createBatch(
      (flush) => frames.push(flush),
      (subjects) => {
        commits.push(subjects.flatMap((subject) => subject.deliveries).length)
        if (commits.length === 1) batch.deliver('a', delivery('recent_trades'), CHARS)
      },
    )
    batch.deliver('a', delivery('recent_trades'), CHARS)
    frames.shift()?.()
    frames.shift()?.()
    expect(commits).toEqual([1, 1])
  })
})

describe('merging between two frames', () => {
  it('keeps the last book and the last funding, and every message of trades in its order', () => {
    const { batch, frame, held } = createRig()
    const all = [
      delivery('orderbook'),
      delivery('recent_trades'),
      delivery('live_funding_rate'),
      delivery('orderbook'),
      delivery('recent_trades'),
      delivery('live_funding_rate'),
    ]
    for (const each of all) batch.deliver('a', each)
    frame()
    expect(held()).toEqual([all[1], all[3], all[4], all[5]])
  })

  it('keeps the last link view', () => {
    const { batch, commits, frame } = createRig()
    batch.link('a', VIEW)
    batch.link('a', { ...VIEW, generation: 2 })
    frame()
    expect(commits[0]?.[0]?.link?.generation).toBe(2)
  })

  it('merges nothing across subjects', () => {
    const { batch, frame, held } = createRig()
    batch.deliver('a', delivery('orderbook'))
    batch.deliver('b', delivery('orderbook'))
    frame()
    expect(held()).toHaveLength(2)
  })

  it('keeps a message with losses, so that they are counted, and the order of the books', () => {
    const { batch, frame, held } = createRig()
    const [first, lossy, last] = [delivery('orderbook'), delivery('orderbook', 3), delivery('orderbook')]
    for (const each of [first, lossy, last]) batch.deliver('a', each)
    frame()
    expect(held()).toEqual([lossy, last])
  })

  it('never lets a refused message take the place of a good one', () => {
    const { batch, frame, held } = createRig()
    const all = [delivery('orderbook'), refused('orderbook'), refused('orderbook', 0), refused(null)]
    for (const each of all) batch.deliver('a', each)
    frame()
    expect(held()).toEqual(all)
  })
})

describe('the story of a subject', () => {
  it('counts every message and its length, merged or not', () => {
    const { batch, commits, frame } = createRig()
    for (let count = 0; count < 3; count += 1) batch.deliver('a', delivery('orderbook'))
    batch.deliver('b', refused(null))
    frame()
    expect(commits[0]?.map(({ messages, chars }) => [messages, chars])).toEqual([
      [3, 30],
      [1, 10],
    ])
    batch.link('a', VIEW)
    frame()
    expect(commits[1]?.[0]).toMatchObject({ messages: 0, chars: 0 })
  })

  it('keeps every line in its order, asks for a frame for it, and leaves with its subject', () => {
    const { batch, commits, frame, frames } = createRig()
    const lines = ['connecting', 'unconfirmed'].map((text) => ({ at: { mono: 0, wall: 0 }, text }))
    for (const line of lines) batch.log('a', line)
    expect(frames).toHaveLength(1)
    frame()
    expect(commits[0]?.[0]?.log).toEqual(lines)
    batch.log('a', { at: { mono: 1, wall: 1 }, text: 'waiting' })
    batch.drop('a')
    frame()
    expect(commits).toHaveLength(1)
  })
})

describe('in a flood', () => {
  it('asks for every second frame, until no more comes in two than came in one, and loses nothing', () => {
    const { batch, floods, frame, held } = createRig()
    const all: Delivery[] = []
    for (const count of [8, 9, 17, 16, 8]) {
      for (let nth = 0; nth < count; nth += 1) {
        const each = delivery('recent_trades')
        all.push(each)
        batch.deliver('a', each)
      }
      frame()
    }
    expect(floods).toEqual([false, false, true, true, false])
    expect(held()).toEqual(all)
  })

  it('counts what was replaced unread as well', () => {
    const { batch, floods, frame } = createRig()
    for (let nth = 0; nth < 9; nth += 1) batch.superseded('a', CHARS)
    frame()
    batch.superseded('a', CHARS)
    expect(floods).toEqual([false, true])
  })
})

describe('a subject that was left', () => {
  it('is forgotten, link and messages, and the others are not', () => {
    const { batch, commits, frame } = createRig()
    batch.link('a', VIEW)
    batch.deliver('a', delivery('orderbook'))
    batch.deliver('b', delivery('orderbook'))
    batch.drop('a')
    batch.drop('never seen')
    frame()
    expect(commits.flat().map(({ key }) => key)).toEqual(['b'])
  })

  it('costs no commit when nothing else came', () => {
    const { batch, commits, frame } = createRig()
    batch.deliver('a', delivery('orderbook'))
    batch.drop('a')
    frame()
    expect(commits).toEqual([])
  })

  it('frees its share of the bound', () => {
    const { batch, commits } = createRig()
    for (let round = 0; round < 10; round += 1) {
      for (let count = 0; count < 400; count += 1) batch.deliver('a', delivery('recent_trades'))
      for (let count = 0; count < 10; count += 1) batch.deliver('a', delivery('orderbook'))
      batch.drop('a')
    }
    expect(commits).toEqual([])
  })
})

describe('while no frame comes', () => {
  it.each([
    ['trades', () => delivery('recent_trades')],
    ['books with losses', () => delivery('orderbook', 1)],
    ['unreadable messages', () => refused(null)],
  ])('commits %s at once beyond 500, and loses none', (_name, next) => {
    const { batch, commits, frame, held } = createRig()
    for (let count = 0; count < 20_000; count += 1) batch.deliver('a', next())
    expect(commits.length).toBeGreaterThanOrEqual(40)
    frame()
    expect(held()).toHaveLength(20_000)
    expect(Math.max(...commits.map(([subject]) => subject?.deliveries.length ?? 0))).toBeLessThanOrEqual(500)
  })

  it('holds one book of 20,000, and no trace of the others', () => {
    const { batch, commits, frame } = createRig()
    const books = Array.from({ length: 20_000 }, () => delivery('orderbook'))
    for (const book of books) batch.deliver('a', book)
    frame()
    expect(commits.length).toBeLessThanOrEqual(11)
    expect(commits.every(([subject]) => subject?.deliveries.length === 1)).toBe(true)
    expect(commits.at(-1)?.[0]?.deliveries).toEqual(books.slice(-1))
  })
})

describe('what is read late', () => {
  it('is read once before the commit that it asked for, and is part of it', () => {
    const { batch, commits, frame } = createRig()
    let reads = 0
    const read = () => {
      reads += 1
      batch.deliver('a', delivery('orderbook'))
    }
    batch.defer(read)
    batch.defer(read)
    expect(reads).toBe(0)
    frame()
    expect(reads).toBe(1)
    expect(commits).toHaveLength(1)
    expect(commits[0]?.[0]?.deliveries).toHaveLength(1)
  })

  it('asks for no further frame when nothing else came', () => {
    const { batch, frames, frame } = createRig()
    batch.defer(() => batch.deliver('a', delivery('orderbook')))
    frame()
    expect(frames).toEqual([])
  })

  it('is counted where a newer one replaced it', () => {
    const { batch, commits, frame } = createRig()
    batch.superseded('a', 7)
    batch.deliver('a', delivery('orderbook'))
    frame()
    expect(commits[0]?.[0]).toMatchObject({ messages: 2, chars: 7 + CHARS, superseded: 1 })
  })
})
