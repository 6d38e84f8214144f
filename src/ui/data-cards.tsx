import { memo, type ReactNode, useState } from 'react'
import type { Rows } from './sizes'

export interface Field<Row> {
  readonly header: string
  /** What the figure is and what it rests on, where the header does not say it. */
  readonly hint?: string
  readonly cell: (row: Row) => ReactNode
  /** Stands under all rows. */
  readonly total?: ReactNode
  /** In a card: in its title, at the title's end, or over a whole line where it is long; else it is one of the pairs. */
  readonly card?: 'title' | 'end' | 'wide'
}

/** The fields of a card in the order in which they are drawn. */
export interface CardPlan<Row> {
  readonly titles: readonly Field<Row>[]
  readonly ends: readonly Field<Row>[]
  readonly pairs: readonly Field<Row>[]
  readonly wides: readonly Field<Row>[]
}

/** Where no field says that it is the title, the first one is. */
export function planCard<Row>(fields: readonly Field<Row>[]): CardPlan<Row> {
  const named = fields.some(({ card }) => card === 'title')
  const first = named ? undefined : fields[0]
  const rest = fields.filter((field) => field !== first)
  const of = (place: Field<Row>['card']) => rest.filter(({ card }) => card === place)
  return {
    titles: first === undefined ? of('title') : [first],
    ends: of('end'),
    pairs: of(undefined),
    wides: of('wide'),
  }
}

/** In px; all cards of a list have one height, by which the places of those that are not drawn are reckoned. */
export function cardHeight<Row>({ pairs, wides }: CardPlan<Row>, columns: number, rows: Rows): number {
  const lines = Math.ceil(pairs.length / columns) + wides.length
  return rows['card-title'] + lines * rows['card-line'] + rows['card-end']
}

interface DataCardsProps<Row> {
  readonly label: string
  readonly plan: CardPlan<Row>
  /** Pairs side by side. */
  readonly columns: 2 | 3
  /** In px, of a card. */
  readonly height: number
  readonly rows: readonly Row[]
  /** Of these the ones from `first` up to `last` are drawn. */
  readonly first: number
  readonly last: number
  readonly rowKey: (row: Row, index: number) => string
}

/** A table's rows as a list of cards, for places too narrow for columns; its totals are the last card. */
export function DataCards<Row>({ label, plan, columns, height, rows, first, last, rowKey }: DataCardsProps<Row>) {
  const [Card] = useState(() => memo(RowCard<Row>))
  const sums = planTotals(plan)
  const before = first * height
  const after = Math.max(0, rows.length - last) * height
  const count = rows.length + (sums === null ? 0 : 1)
  return (
    <ul
      aria-label={label}
      className="text-xs whitespace-nowrap"
      style={{ paddingTop: before, paddingBottom: sums === null ? after : 0 }}
    >
      {rows.slice(first, last).map((row, offset) => (
        <li
          key={rowKey(row, first + offset)}
          aria-posinset={first + offset + 1}
          aria-setsize={count}
          style={{ height }}
          className={CARD}
        >
          <Card row={row} plan={plan} columns={columns} />
        </li>
      ))}
      {sums !== null && (
        <li
          aria-posinset={count}
          aria-setsize={count}
          style={{ marginTop: after }}
          className={`${CARD} bg-raised pb-2`}
        >
          <CardFields plan={sums} columns={columns} figure={({ total }) => total} />
        </li>
      )}
    </ul>
  )
}

const CARD = 'relative border-b border-line px-3'

/** The same card with the totals alone; null: no field has one. */
function planTotals<Row>({ titles, ends, pairs, wides }: CardPlan<Row>): CardPlan<Row> | null {
  const summed = (fields: readonly Field<Row>[]) => fields.filter(({ total }) => total !== undefined)
  const plan = { titles: summed(titles), ends: summed(ends), pairs: summed(pairs), wides: summed(wides) }
  return Object.values(plan).every(({ length }) => length === 0) ? null : plan
}

interface RowCardProps<Row> {
  readonly row: Row
  readonly plan: CardPlan<Row>
  readonly columns: 2 | 3
}

/** Drawn anew when its row or the plan changes: scrolling draws the cards alone that come into view. */
function RowCard<Row>({ row, plan, columns }: RowCardProps<Row>) {
  return <CardFields plan={plan} columns={columns} figure={({ cell }) => cell(row)} />
}

interface CardFieldsProps<Row> {
  readonly plan: CardPlan<Row>
  readonly columns: 2 | 3
  readonly figure: (field: Field<Row>) => ReactNode
}

function CardFields<Row>({ plan: { titles, ends, pairs, wides }, columns, figure }: CardFieldsProps<Row>) {
  return (
    <>
      <dl className="flex h-card-title items-center gap-2">
        {titles.map((field) => (
          <div key={field.header} className="min-w-0 truncate first:shrink-0 first:text-sm first:font-semibold">
            <dt className="sr-only">{field.header}</dt>
            <dd className="[&_button]:min-h-(--row-card-line) [&_button]:-outline-offset-2">{figure(field)}</dd>
          </div>
        ))}
        {ends.map((field, index) => (
          <div
            key={field.header}
            title={field.hint}
            className={`flex shrink-0 items-baseline gap-1.5 ${index === 0 ? 'ml-auto' : ''}`}
          >
            <dt className="text-2xs text-muted">{field.header}</dt>
            <dd className="text-sm font-semibold">{figure(field)}</dd>
          </div>
        ))}
      </dl>
      <dl className={`grid gap-x-3 ${columns === 3 ? 'grid-cols-3' : 'grid-cols-2'}`}>
        {pairs.map((field) => (
          <div key={field.header} title={field.hint} className="flex h-card-line min-w-0 items-center gap-1">
            <dt className="min-w-0 truncate text-2xs text-muted">{field.header}</dt>
            <dd className={`ml-auto shrink-0 text-right ${BUTTONS}`}>{figure(field)}</dd>
          </div>
        ))}
        {wides.map((field) => (
          <div
            key={field.header}
            title={field.hint}
            className="col-span-full flex h-card-line min-w-0 items-center gap-4"
          >
            <dt className="shrink-0 text-2xs text-muted">{field.header}</dt>
            <dd
              className={`-mr-1.5 ml-auto min-w-0 overflow-x-auto overflow-y-hidden pr-1.5 text-right [scrollbar-width:none] ${BUTTONS}`}
            >
              {figure(field)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Room for a finger, with the icon at the edge where the figures end. */
const BUTTONS =
  '[&_button]:-mr-1.5 [&_button]:-ml-1 [&_button]:min-h-(--row-card-line) [&_button]:min-w-(--row-card-line) [&_button]:-outline-offset-2'
