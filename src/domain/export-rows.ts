/**
 * Rows as files. What they cover stands in the JSON as `scope`, and in a CSV, which has no place for it, in the file's
 * name and in columns of its own: lines of comment would break its readers.
 */
export type Cell = string | number | null

/** Ids and ISO times are text; a number is written exactly and without an exponent; null is an empty cell. */
export interface ExportColumn<Row> {
  readonly header: string
  readonly value: (row: Row) => Cell
}

export interface ExportScope {
  /** What the rows are: fills, order-history … */
  readonly what: string
  readonly network: string
  /** The profile address as received. */
  readonly account: string
  /** ISO time of the oldest row; null where the rows have none. */
  readonly since: string | null
  /** ISO time at which the rows were last known to be current. */
  readonly asOf: string | null
  /** How sure they are: live, delayed, stale … */
  readonly state: string
  readonly rows: number
  /** true: the exchange's whole list. false: rows are missing. null: nobody can say. */
  readonly full: boolean | null
  /** The same in words: what is in it, and what may be missing. */
  readonly coverage: string
}

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * RFC 4180: CRLF, quotes doubled. Text is always quoted and numbers never, so that an id of 24 digits stays text to every
 * reader that looks. Spreadsheets that do not look round it: the JSON is the one to take ids from then.
 */
export function toCsv<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  { network, account }: ExportScope,
): string {
  const all = [...columns, { header: 'network', value: () => network }, { header: 'account', value: () => account }]
  const lines = [all.map(({ header }) => csvCell(header)).join(',')]
  for (const row of rows) lines.push(all.map(({ value }) => csvCell(value(row))).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** `{"scope": {…}, "rows": [{header: value, …}, …]}`, a row a line. */
export function toJson<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[], scope: ExportScope): string {
  const lines = rows.map((row) => {
    const fields = columns.map(({ header, value }) => `${JSON.stringify(header)}: ${jsonCell(value(row))}`)
    return `{${fields.join(', ')}}`
  })
  return `{"scope": ${JSON.stringify(scope)},\n"rows": [\n${lines.join(',\n')}\n]}\n`
}

/** perpscope_fills_mainnet_0x3c78886a_250-rows_since-2025-02-17T111213Z_as-of-2025-02-18T090000Z_partial.csv */
export function exportFileName(scope: ExportScope, extension: 'csv' | 'json'): string {
  const { what, network, account, since, asOf, state, rows, full } = scope
  const parts = [
    'perpscope',
    what,
    network,
    account.slice(0, 10),
    `${rows}-rows`,
    since === null ? undefined : `since-${compactTime(since)}`,
    asOf === null ? undefined : `as-of-${compactTime(asOf)}`,
    state === 'live' ? undefined : state,
    full === false ? 'partial' : undefined,
  ]
  const name = parts.filter((part) => part !== undefined).join('_')
  return `${name.replace(/[^\w.-]+/g, '-')}.${extension}`
}

const compactTime = (iso: string) => iso.replace(/\.\d+Z$/, 'Z').replaceAll(':', '')

/** The shortest decimal that reads back as the same double, written out; null for what is no number. */
export function plainDecimal(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const text = String(value)
  const mark = text.indexOf('e')
  if (mark < 0) return text
  const sign = value < 0 ? '-' : ''
  const mantissa = text.slice(sign.length, mark)
  const exponent = Number(text.slice(mark + 1))
  const digits = mantissa.replace('.', '')
  const point = 1 + exponent
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** Spreadsheets run text as a formula that begins so, in full-width characters too, blanks before it or not. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/
const NUMBER = /^-?\d+(?:\.\d+)?$/

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return plainDecimal(cell) ?? ''
  const harmless = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}

function jsonCell(cell: Cell): string {
  return typeof cell === 'number' ? (plainDecimal(cell) ?? 'null') : JSON.stringify(cell)
}
