/** One life of a socket after another: carries out the link's effects, and hands on what comes in. */
import type { Delivery } from '../domain/delivery'
import type { createLagWatch } from '../domain/lag'
import type { LinkView } from '../domain/link'
import type { Network } from '../domain/market'
import { watchPathLag } from '../domain/path-lag'
import type { Subject } from '../domain/subject'
import type { Stamp } from '../domain/time'
import type { Topic } from '../domain/update'
import { type Decoded, decode } from '../protocol/decode'
import { cleanText } from '../protocol/fields'
import { closeReason } from './close-words'
import { createSubscriber } from './heartbeat'
import { msToNextDeadline, reduceLink } from './link'
import {
  idleLink,
  type LinkEffect,
  type LinkEnv,
  type LinkEvent,
  type LinkPast,
  type LinkState,
  probing,
  type Subscription,
} from './link-state'
import { watchMultiplication } from './multiplication'
import { watchQuestions } from './questions'
import { watchTopics } from './topic-watch'
import { createWaitingBook, isBook } from './waiting-book'

export type Socket = Pick<
  WebSocket,
  'send' | 'close' | 'readyState' | 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'
>

export interface ConnectionDeps {
  readonly now: () => Stamp
  readonly random: () => number
  readonly hidden: () => boolean
  /** May throw, as `new WebSocket` does. */
  readonly openSocket: (url: string) => Socket
  /** Runs once after `ms`; the returned function cancels. */
  readonly setTimer: (run: () => void, ms: number) => () => void
  /** A number no other socket of the page has. */
  readonly nextGeneration: () => number
}

/** What the owner of a connection is told. */
interface ConnectionEvents {
  readonly changed: () => void
  /** `chars`: the message's length; 0 for a binary one. */
  readonly delivered: (delivery: Delivery, chars: number) => void
  /** Asks for one call before the page's next commit. */
  readonly defer: (read: () => void) => void
  /** A book was replaced unread by a newer one. */
  readonly superseded: (chars: number) => void
  readonly log: (text: string) => void
  readonly renew: () => void
}

export interface Connection {
  readonly state: () => LinkState
  /** Topics of which something usable came by the socket of the moment. */
  readonly heard: () => ReadonlySet<Topic>
  /** What weighs against figures though the socket lives. */
  readonly doubts: () => Pick<Required<LinkView>, 'unproven' | 'garbled' | 'lagMs'>
  readonly notify: (event: LinkEvent) => void
  readonly close: () => void
}

const SOCKET_OPEN = 1
/** "Replaced by the client": our own code, since 1000 would look like a farewell. */
const REPLACED_CODE = 4001

export function openConnection(
  subject: Subject,
  network: Network,
  deps: ConnectionDeps,
  past: LinkPast,
  measureLag: ReturnType<typeof createLagWatch>,
  events: ConnectionEvents,
): Connection {
  const { now, hidden, random, nextGeneration } = deps
  const subscriber = createSubscriber(subject)
  let state = idleLink(now(), past)
  let socket: Socket | null = null
  let heard = new Set<Topic>()
  let questions = watchQuestions()
  let pathLag = watchPathLag()
  let multiplication = watchMultiplication()
  let topics = watchTopics()
  let unproven: readonly Topic[] = []
  let garbled: Garbled | null = null
  let timer: { readonly atMono: number; readonly cancel: () => void } | null = null
  let cancelError: (() => void) | null = null
  const waiting = createWaitingBook()
  let closed = false

  const missing = () => subscriber.next('missing', heard).length > 0
  const env = (): LinkEnv => ({ kind: subject.kind, hidden: hidden(), random, nextGeneration, missing })

  function notify(event: LinkEvent) {
    if (closed) return
    // Whatever is judged here, what came before it counts.
    if (event.type !== 'frame') readWaiting()
    const before = state
    const step = reduceLink(state, event, now(), env())
    if (step.state !== state) {
      state = step.state
      if (event.type === 'lost') events.log(event.reason)
      else if (state.phase === 'waiting' && before.phase !== 'waiting') events.log(state.reason ?? 'lost')
      else if (state.phase !== before.phase) events.log(state.phase)
      events.changed()
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
        subscribe(effect.what)
        return
      case 'renew':
        events.log('a new socket is planned')
        events.renew()
        return
      case 'drop':
        drop()
        return
    }
  }

  function subscribe(what: Subscription) {
    if (socket?.readyState !== SOCKET_OPEN) return
    const wanted = subscriber.next(what, heard)
    if (wanted.length === 0) return
    const atMono = now().mono
    if (what === 'all' || what === 'missing') {
      send(wanted, 'subscribed')
      questions.sent(wanted)
      topics.asked(wanted, atMono)
      return
    }
    send(wanted, 'asked for a sign of life')
    questions.asked(wanted, atMono)
    for (const topic of wanted) multiplication.asked(topic, atMono)
  }

  function send(wanted: readonly Topic[], why: string) {
    for (const topic of wanted) socket?.send(subscriber.message(topic))
    events.log(`${why}: ${wanted.join(', ')}`)
  }

  function connect(generation: number) {
    drop()
    topics = watchTopics()
    unproven = []
    garbled = null
    heard = new Set()
    questions = watchQuestions()
    pathLag = watchPathLag()
    multiplication = watchMultiplication()
    let opened: Socket
    try {
      opened = deps.openSocket(network.wsUrl)
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'the browser refused the connection'
      notify({ type: 'lost', reason: cleanText(reason), closeCode: null })
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
    const at = now()
    // What may prove something is read at once.
    if (!isBook(data) || state.phase !== 'confirmed' || !heard.has('orderbook')) {
      readWaiting()
      read(generation, data, at)
      return
    }
    const replaced = waiting.put({ generation, data, at })
    events.defer(readWaiting)
    if (replaced === null) return
    events.superseded(replaced.data.length)
    if (multiplication.heard('orderbook', replaced.data, replaced.at.mono)) notify({ type: 'multiplied' })
  }

  function readWaiting() {
    const book = waiting.take()
    if (book !== null) read(book.generation, book.data, book.at)
  }

  function read(generation: number, data: unknown, at: Stamp) {
    const decoded = decode(data, subject, network)
    const topic = decoded.ok ? decoded.update.topic : decoded.topic
    if (decoded.ok) heard.add(decoded.update.topic)
    const { owed, answers, prompt } = questions.heard(topic, at.mono)
    const update = decoded.ok ? decoded.update : null
    const lag = update === null ? null : measureLag(update, at, owed)
    // Before the link is told, which tells the page.
    if (lag !== null) pathLag.measured(lag, at.mono)
    if (prompt) pathLag.answeredPromptly(at.mono)
    notify({ type: 'frame', valid: decoded.ok, answers })
    const { lostCount, lost } = decoded
    const chars = typeof data === 'string' ? data.length : 0
    events.delivered({ generation, at, topic, update, lostCount, lost, lag }, chars)
    if (multiplication.heard(topic, data, at.mono)) notify({ type: 'multiplied' })
    watchTheOthers(decoded, at)
  }

  function watchTheOthers(decoded: Decoded, at: Stamp) {
    if (decoded.ok) topics.heard(decoded.update.topic, at.mono)
    else if (isGarbled(decoded)) {
      garbled = { at, detail: decoded.lost[0]?.detail ?? '' }
      events.changed()
      notify({ type: 'garbled', refuses: questions.refused(at.mono) })
    }
    if (probing(state) && topics.bookDue(at.mono)) {
      send(['orderbook'], 'asked for the book, which was silent')
      questions.sent(['orderbook'])
      topics.asked(['orderbook'], at.mono)
    }
    const before = unproven
    unproven = topics.unproven(at.mono)
    if (unproven.length === 0 && before.length === 0) return
    if (unproven.join() !== before.join()) events.changed()
    if (unproven.length > 0) notify({ type: 'topic-lost' })
  }

  // The handlers go first: on a half-open path `close` fires a minute later, and late messages belong to nobody.
  function drop() {
    waiting.take()
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

  return {
    state: () => state,
    heard: () => heard,
    doubts: () => ({ unproven, garbled, lagMs: pathLag.lagMs() }),
    notify,
    close() {
      closed = true
      arm()
      drop()
    },
  }
}

type Garbled = NonNullable<Required<LinkView>['garbled']>

/** It may have been any topic's news: nobody can tell. A topic that is not ours is nobody's. */
function isGarbled({ topic, lost }: Decoded & { ok: false }): boolean {
  return topic === null && lost.some(({ reason }) => reason !== 'unknown-topic' && reason !== 'topic-not-asked')
}
