import type { WebSocket } from 'ws'
import { Exchange } from '../../src/simulator/exchange'
import { createSession, type Session } from '../../src/simulator/session'
import { lookUpProfile } from '../../src/simulator/rest'
import type { LookUpAnswer, Stage } from '../rig/server'

/** Everything in the pictures is of this moment. */
export const NOW_MS = Date.UTC(2026, 0, 15, 12)
/** So long before it the page is opened. */
export const LEAD_MS = 110_000

interface Reader {
  readonly session: Session
  readonly asked: Set<string>
}

/** The simulated exchange from its seed, moved by hand: the page sees the same messages at the same times in every run. */
export class Scene implements Stage {
  readonly #exchange = new Exchange({ startMs: NOW_MS - LEAD_MS, seed: 7 })
  readonly #readers = new Set<Reader>()
  /** Messages on their way to the page, since the start. */
  sent = 0
  /** It says nothing and takes no connection. */
  silent = false
  /** What it says, put otherwise. */
  alter = (text: string) => text
  answerLookUp: ((address: string) => LookUpAnswer) | null = null

  readonly lookUp = (_host: string, address: string): LookUpAnswer => {
    if (this.answerLookUp !== null) return this.answerLookUp(address)
    const { status, body } = lookUpProfile(this.#exchange, address)
    return { status, body: JSON.stringify(body) }
  }

  readonly connect = (_host: string, socket: WebSocket) => {
    const session = createSession(this.#exchange, (text) => {
      if (this.silent) return
      this.sent += 1
      socket.send(this.alter(text))
    })
    const reader: Reader = { session, asked: new Set() }
    this.#readers.add(reader)
    socket.on('message', (data) => {
      reader.asked.add(String(data))
      session.receive(String(data))
    })
    socket.on('close', () => {
      this.#readers.delete(reader)
      session.close()
    })
  }

  moveTo(nowMs: number): void {
    this.#exchange.step(nowMs)
  }

  /** Says to everybody all that they asked for once more, so that everything on the page is equally new. */
  repeat(): void {
    for (const { session, asked } of this.#readers) for (const text of asked) session.receive(text)
  }
}
