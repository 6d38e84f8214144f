import type { WebSocket } from 'ws'
import type { Exchange } from '../../src/simulator/exchange'
import { lookUpProfile } from '../../src/simulator/rest'
import { createSession } from '../../src/simulator/session'
import type { LookUpAnswer, Stage } from './server'

export interface Subscription {
  readonly topic: string
  readonly market_id?: string
  readonly address?: string
}

/** One socket of the page, from the exchange's side. */
export interface Connection {
  readonly host: string
  readonly socket: WebSocket
  /** Every subscription it sent, repeated ones too. */
  readonly received: Subscription[]
}

export const found = (profileAddress: string): LookUpAnswer => ({
  status: 200,
  body: JSON.stringify({ success: true, message: 'Profile address fetched successfully', data: profileAddress }),
})

export const unknownWallet: LookUpAnswer = {
  status: 400,
  body: JSON.stringify({ success: false, message: 'Profile address not found' }),
}

/** An exchange that says word for word what a test tells it to. */
export class Script implements Stage {
  readonly connections: Connection[] = []
  readonly lookedUp: { readonly host: string; readonly address: string }[] = []
  /** What a subscription is answered with: texts to send, in order. Replace it to change the exchange's mind. */
  answer: (subscription: Subscription, host: string) => readonly (string | Buffer)[] = () => []
  answerLookUp: (address: string, host: string) => LookUpAnswer | Promise<LookUpAnswer> = () => unknownWallet

  readonly lookUp = (host: string, address: string) => {
    this.lookedUp.push({ host, address })
    return this.answerLookUp(address, host)
  }

  readonly connect = (host: string, socket: WebSocket) => {
    const connection: Connection = { host, socket, received: [] }
    this.connections.push(connection)
    socket.on('error', () => undefined)
    socket.on('message', (data) => {
      const subscription = JSON.parse(String(data)) as Subscription
      connection.received.push(subscription)
      for (const text of this.answer(subscription, host)) socket.send(text)
    })
  }

  /** Connections that are open now. */
  get open(): readonly Connection[] {
    return this.connections.filter(({ socket }) => socket.readyState === socket.OPEN)
  }

  /** Sends to every open connection that subscribed the topic. */
  push(topic: string, text: string | Buffer): void {
    for (const { socket, received } of this.open) {
      if (received.some((subscription) => subscription.topic === topic)) socket.send(text)
    }
  }
}

/** The simulated exchange behind the real host names. */
export function simulated(exchange: Exchange): Stage {
  return {
    lookUp: (_host, address) => {
      const { status, body } = lookUpProfile(exchange, address)
      return { status, body: JSON.stringify(body) }
    },
    connect: (_host, socket) => {
      const session = createSession(exchange, (text) => socket.send(text))
      socket.on('message', (data) => session.receive(String(data)))
      socket.on('close', () => session.close())
    },
  }
}
