/** What all markets share: the time, and the running numbers of orders, positions and transactions. */
export class Chain {
  nowMs: number
  #order = 1_284_310n
  #position = 9_573n
  #version = 2_726_355_750

  constructor(nowMs: number) {
    this.nowMs = nowMs
  }

  /** Whole seconds, the wire's unit. */
  get nowSec(): number {
    return Math.floor(this.nowMs / 1000)
  }

  /** Time never goes back; gives the milliseconds gone by. */
  advance(nowMs: number): number {
    const elapsed = Math.max(0, nowMs - this.nowMs)
    this.nowMs += elapsed
    return elapsed
  }

  nextOrder(): bigint {
    return ++this.#order
  }

  nextPosition(): bigint {
    return ++this.#position
  }

  /** Versions of other transactions of the chain lie between two of ours. */
  nextVersion(): number {
    this.#version += 3
    return this.#version
  }
}
