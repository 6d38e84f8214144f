/** Carries out the link's effects on a real socket, and hands what comes in to the decoder and the batch. */
import type { Network } from '../domain/market'
import { type Subject, type SubjectKey, subjectKey } from '../domain/subject'
import type { Stamp } from '../domain/time'
import { decode } from '../protocol/decode'
import { cleanText } from '../protocol/fields'
import type { Batch } from './batch'
import { createSubscriber } from './heartbeat'
import {
  idleLink,
  type LinkEffect,
  type LinkEnv,
  type LinkEvent,
  msToNextDeadline,
  REPLACED_CODE,
  reduceLink,
  viewLink,
} from './link'

export type Socket = Pick<
  WebSocket,
  'send' | 'close' | 'readyState' | 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'
>

export interface FeedDeps {
  readonly now: () => Stamp
  readonly random: () => number
  readonly hidden: () => boolean
  /** May throw, as `new WebSocket` does. */
  readonly openSocket: (url: string) => Socket
  /** Runs once after `ms`; the returned function cancels. */
  readonly setTimer: (run: () => void, ms: number) => () => void
  readonly batch: Batch
}

export interface Feed {
  readonly key: SubjectKey
  readonly notify: (event: LinkEvent) => void
  readonly close: () => void
}

export interface Feeds {
  /** Opens the subject's socket at once; the caller closes it when the subject is left. */
  readonly open: (subject: Subject, network: Network) => Feed
  /** Tells every open feed: `doubt`, `suspend`, `resume`, `retry-now`. */
  readonly notify: (event: LinkEvent) => void
}

const SOCKET_OPEN = 1

export function createFeeds(deps: FeedDeps): Feeds {
  const open = new Set<Feed>()
  let generations = 0
  return {
    open(subject, network) {
      const feed = openFeed(subject, network, deps, () => {
        generations += 1
        return generations
      })
      open.add(feed)
      return {
        ...feed,
        close() {
          open.delete(feed)
          feed.close()
        },
      }
    },
    notify(event) {
      for (const feed of open) feed.notify(event)
    },
  }
}

function openFeed(subject: Subject, network: Network, deps: FeedDeps, nextGeneration: () => number): Feed {
  const { batch, now, hidden, random } = deps
  const key = subjectKey(subject)
  const messages = createSubscriber(subject)
  let state = idleLink(now())
  let socket: Socket | null = null
  let timer: { readonly atMono: number; readonly cancel: () => void } | null = null
  let cancelError: (() => void) | null = null
  let closed = false

  const env = (): LinkEnv => ({ kind: subject.kind, hidden: hidden(), random, nextGeneration })

  function notify(event: LinkEvent) {
    if (closed) return
    const step = reduceLink(state, event, now(), env())
    if (step.state !== state) {
      state = step.state
      batch.link(key, viewLink(state))
    }
    step.effects.forEach(carryOut)
    arm()
  }

  function carryOut(effect: LinkEffect) {
    switch (effect.type) {
      case 'connect':
        connect(effect.generation)
        return
      case 'subscribe':
        if (socket?.readyState === SOCKET_OPEN) for (const text of messages(effect.what)) socket.send(text)
        return
      case 'drop':
        drop()
        return
    }
  }

  function connect(generation: number) {
    drop()
    let opened: Socket
    try {
      opened = deps.openSocket(network.wsUrl)
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'the browser refused the connection'
      notify({ type: 'lost', reason, closeCode: null })
      return
    }
    socket = opened
    opened.binaryType = 'arraybuffer'
    opened.onopen = () => notify({ type: 'opened' })
    opened.onmessage = ({ data }: MessageEvent<unknown>) => receive(generation, data)
    opened.onclose = ({ code, reason }) => {
      notify({ type: 'lost', reason: closeReason(code, reason), closeCode: code })
    }
    // A socket that the security policy blocks fires `error` and never `close`; elsewhere `close` follows with its code,
    // so it is given the chance to come first.
    opened.onerror = () => {
      cancelError ??= deps.setTimer(() => {
        notify({ type: 'lost', reason: 'no connection to the exchange', closeCode: null })
      }, 0)
    }
  }

  function receive(generation: number, data: unknown) {
    const decoded = decode(data, subject, network)
    notify({ type: 'frame', valid: decoded.ok })
    const topic = decoded.ok ? decoded.update.topic : decoded.topic
    const update = decoded.ok ? decoded.update : null
    batch.deliver(key, { generation, at: now(), topic, update, lostCount: decoded.lostCount, lost: decoded.lost })
  }

  // The handlers go first: on a half-open path `close` fires a minute later, and late messages belong to nobody.
  function drop() {
    if (socket === null) return
    const old = socket
    socket = null
    cancelError?.()
    cancelError = null
    old.onopen = null
    old.onmessage = null
    old.onclose = null
    old.onerror = null
    old.close(REPLACED_CODE)
  }

  // A message only ever moves the deadline away, so the timer is left to run and asks again; resetting it with every
  // message would cost more than decoding.
  function arm() {
    const at = now().mono
    const left = closed ? null : msToNextDeadline(state, now(), { kind: subject.kind })
    // Browsers cut timers to whole milliseconds: a fraction would come early and be asked for again.
    const ms = left === null ? null : Math.ceil(left)
    if (timer !== null && ms !== null && timer.atMono <= at + ms) return
    timer?.cancel()
    timer = null
    if (ms === null) return
    const cancel = deps.setTimer(() => {
      timer = null
      notify({ type: 'tick' })
    }, ms)
    timer = { atMono: at + ms, cancel }
  }

  notify({ type: 'start' })
  return {
    key,
    notify,
    close() {
      closed = true
      arm()
      drop()
      batch.drop(key)
    },
  }
}

function closeReason(code: number, reason: string): string {
  const said = reason === '' ? '' : `: ${cleanText(reason)}`
  return `the connection was closed (${code}${said})`
}
