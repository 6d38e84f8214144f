import { normalizeAddress } from '../domain/address'
import type { Rejection, RejectionReason, Topic } from '../domain/update'
import { cleanText, decimal, describeValue, longId, shortId, smallInteger, timeMs } from './fields'

export type RawRow = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const MAX_SAMPLES = 20

/** Counts what a message lost, and keeps the first few with their reasons. */
export class SetAside {
  count = 0
  /** Of it whole rows. */
  rows = 0
  /** Rows that could be read and stand for nothing: closed positions. */
  absent = 0
  readonly samples: Rejection[] = []
  readonly topic: Topic

  constructor(topic: Topic) {
    this.topic = topic
  }

  add(reason: RejectionReason, lost: Rejection['lost'], detail: string): void {
    this.count += 1
    if (lost === 'row') this.rows += 1
    if (this.samples.length < MAX_SAMPLES) {
      this.samples.push({ topic: this.topic, reason, lost, detail: cleanText(detail) })
    }
  }
}

/**
 * Reads one row. `need…`: without it the row is set aside (`fault`). `want…`: what is there and unreadable is null, and
 * that is counted (`missed`), unless the whole row is; a field that the row does not have is null without a word. `may…`:
 * the same, and null may be there too.
 */
export class RowReader {
  fault: string | null = null
  readonly missed: string[] = []
  readonly raw: RawRow
  private readonly setAside: SetAside

  constructor(raw: RawRow, setAside: SetAside) {
    this.raw = raw
    this.setAside = setAside
  }

  needDecimal(name: string, shift: number): number {
    const value = decimal(this.raw[name], shift)
    return value !== null && value >= 0 ? value : this.fail(name, 0)
  }

  isZero(name: string): boolean {
    return decimal(this.raw[name], 0) === 0
  }

  /** A price at which something stands or happened: above 0. */
  needPrice(name: string, shift: number): number {
    const value = decimal(this.raw[name], shift)
    return value !== null && value > 0 ? value : this.fail(name, 0)
  }

  needSignedDecimal(name: string): number {
    return decimal(this.raw[name], 0) ?? this.fail(name, 0)
  }

  needLongId(name: string): string {
    return longId(this.raw[name]) ?? this.fail(name, '')
  }

  needShortId(name: string): string {
    return shortId(this.raw[name]) ?? this.fail(name, '')
  }

  needTime(name: string): number {
    const time = timeMs(this.raw[name])
    return typeof time === 'number' ? time : this.fail(name, 0)
  }

  needFlag(name: string): boolean {
    const value = this.raw[name]
    return typeof value === 'boolean' ? value : this.fail(name, false)
  }

  needText(name: string): string {
    const value = this.raw[name]
    return (typeof value === 'string' && cleanText(value)) || this.fail(name, '')
  }

  wantDecimal(name: string, shift: number): number | null {
    const value = decimal(this.raw[name], shift)
    return value !== null && value >= 0 ? value : this.miss(name)
  }

  wantSignedDecimal(name: string, shift: number): number | null {
    return decimal(this.raw[name], shift) ?? this.miss(name)
  }

  wantShortId(name: string): string | null {
    return shortId(this.raw[name]) ?? this.miss(name)
  }

  wantLongId(name: string): string | null {
    return longId(this.raw[name]) ?? this.miss(name)
  }

  wantSmallInteger(name: string): number | null {
    return smallInteger(this.raw[name]) ?? this.miss(name)
  }

  wantFlag(name: string): boolean | null {
    const value = this.raw[name]
    return typeof value === 'boolean' ? value : this.miss(name)
  }

  /** Time 0 is unset: null, and nothing is counted. */
  wantTime(name: string): number | null {
    const time = timeMs(this.raw[name])
    return time === 'unset' ? null : (time ?? this.miss(name))
  }

  /** A price that may be unset: absent, null or 0. */
  mayPrice(name: string, shift: number): number | null {
    if (this.isAbsent(name)) return null
    const value = decimal(this.raw[name], shift)
    if (value === null || value < 0) return this.miss(name)
    return value === 0 ? null : value
  }

  mayLongId(name: string): string | null {
    return this.isAbsent(name) ? null : this.wantLongId(name)
  }

  mayShortId(name: string): string | null {
    return this.isAbsent(name) ? null : this.wantShortId(name)
  }

  mayAddress(name: string): string | null {
    const value = this.raw[name]
    if (this.isAbsent(name)) return null
    return typeof value === 'string' && value === value.trim() && normalizeAddress(value) !== null
      ? value
      : this.miss(name)
  }

  /** All fields in one text, whatever their order on the wire. JSON, since no value can then imitate another field. */
  identity(): string {
    const { raw } = this
    const names = Object.keys(raw)
    const isSorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)
    try {
      return JSON.stringify(isSorted ? raw : Object.fromEntries(names.sort().map((name) => [name, raw[name]])))
    } catch {
      // An unknown field whose value nests so deep that the stack ends.
      this.fault ??= `${this.setAside.topic}: a row nests too deep`
      return ''
    }
  }

  private isAbsent(name: string): boolean {
    return this.raw[name] === undefined || this.raw[name] === null
  }

  private fail<T>(name: string, placeholder: T): T {
    this.fault ??= this.complaint(name)
    return placeholder
  }

  private miss(name: string): null {
    if (this.raw[name] !== undefined) this.missed.push(this.complaint(name))
    return null
  }

  private complaint(name: string): string {
    return `${this.setAside.topic}: ${name} is ${describeValue(this.raw[name])}`
  }
}
