import type { Topic } from './wire'

/** Gets each message of a subscription; the topic is told apart so that a slow line can leave books out. */
export type Send = (text: string, topic: Topic) => void

interface Channel {
  readonly topic: Topic
  readonly readers: Set<Send>
}

/** Who listens to what. A message is written once, however many read it, and not at all where nobody does. */
export class Channels {
  readonly #channels = new Map<string, Channel>()

  /** Adding the same reader again changes nothing. */
  add(topic: Topic, subject: string, reader: Send): void {
    const key = `${topic} ${subject}`
    const channel = this.#channels.get(key) ?? { topic, readers: new Set() }
    this.#channels.set(key, channel)
    channel.readers.add(reader)
  }

  /** Takes the reader out of everything. */
  remove(reader: Send): void {
    for (const [key, { readers }] of this.#channels) {
      readers.delete(reader)
      if (readers.size === 0) this.#channels.delete(key)
    }
  }

  publish(topic: Topic, subject: string, write: () => string): void {
    const channel = this.#channels.get(`${topic} ${subject}`)
    if (channel === undefined) return
    const text = write()
    for (const reader of channel.readers) reader(text, topic)
  }
}
