// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Column, DataTable } from './data-table'
import type { Sort } from './sort-rows'
import { densities } from './sizes'
import { cardColumns } from './use-card-columns'

const { root: REM, rows: HEIGHTS } = densities.comfortable
/** A title, two lines of pairs and a wide one. */
const CARD = HEIGHTS['card-title'] + 3 * HEIGHTS['card-line'] + HEIGHTS['card-end']

interface Row {
  readonly id: string
  readonly size: number
}

const COLUMNS: readonly Column<Row>[] = [
  { header: 'Time', card: 'wide', cell: () => 'noon' },
  { header: 'Id', card: 'title', cell: ({ id }) => id },
  { header: 'Size', sortValue: ({ size }) => size, cell: ({ size }) => size },
  { header: 'Gain', card: 'end', sortValue: 'live', cell: () => '+1' },
  { header: 'Fee', hint: 'Of all fills', cell: () => '0.1' },
  { header: 'Side', cell: () => 'Buy' },
]
const SUMMED = COLUMNS.map((column) => (column.header === 'Size' ? { ...column, total: 9 } : column))
const PLAIN: readonly Column<Row>[] = COLUMNS.map(({ header, cell }) => ({ header, cell }))
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `r${index}`, size: index }))
const sorts: (Sort | null)[] = []
let root: Root
let width = 0
let measures: (() => void)[] = []

interface Shown {
  readonly rows?: readonly Row[]
  readonly columns?: readonly Column<Row>[]
  readonly sort?: Sort | null
  readonly cards?: boolean
}

function show({ rows = rowsOf(2), columns = COLUMNS, sort = null, cards = true }: Shown = {}) {
  act(() =>
    root.render(
      <DataTable
        label="Rows"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => sorts.push(next)}
        cards={cards}
      />,
    ),
  )
}

function resize(rem: number) {
  width = rem * REM
  act(() => measures.forEach((measure) => measure()))
}

const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)
const cards = () => [...document.querySelectorAll('li')]
const ids = () => texts('li dl:first-child div:first-child dd')
function scrollTo(top: number) {
  const scroller = document.querySelector('ul')?.parentElement
  if (scroller == null) throw new Error('no scroller')
  scroller.scrollTop = top
  act(() => void scroller.dispatchEvent(new Event('scroll')))
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  measures = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #callback: () => void
      constructor(callback: () => void) {
        this.#callback = callback
        measures.push(callback)
      }
      readonly observe = () => this.#callback()
      readonly disconnect = () => (measures = measures.filter((measure) => measure !== this.#callback))
    },
  )
  // jsdom lays nothing out: a phone's list, four cards high.
  width = 25 * REM
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(() => width)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(4 * CARD)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  sorts.length = 0
})

afterEach(() => {
  act(() => root.unmount())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a table', () => {
  it('is a list of cards where it has no room, a table where it has, and never both', () => {
    show()
    expect(document.querySelector('ul')?.getAttribute('aria-label')).toBe('Rows')
    expect(document.querySelector('table')).toBeNull()
    resize(44)
    expect(document.querySelector('ul')).toBeNull()
    expect(document.querySelector('table')?.getAttribute('aria-label')).toBe('Rows')
    resize(43)
    expect(document.querySelector('table')).toBeNull()
  })

  it('stays one at any width unless its owner lets it become cards', () => {
    show({ cards: false })
    expect(document.querySelector('table')).not.toBeNull()
    expect(document.querySelector('ul')).toBeNull()
  })

  it('has two pairs a line on a phone and three where they fit', () => {
    expect([20, 25, 37, 38, 43, 44, 100].map(cardColumns)).toEqual([2, 2, 2, 3, 3, 0, 0])
  })
})

describe('a card', () => {
  it('tells every field with its name: title and end first, then the pairs, what is long on a line of its own', () => {
    show({ rows: rowsOf(1) })
    expect(texts('li dt')).toEqual(['Id', 'Gain', 'Size', 'Fee', 'Side', 'Time'])
    expect(texts('li dd')).toEqual(['r0', '+1', '0', '0.1', 'Buy', 'noon'])
    expect(document.querySelector('[title="Of all fills"]')?.textContent).toBe('Fee0.1')
  })

  it('has the first field as its title where none is said to be', () => {
    show({ rows: rowsOf(1), columns: PLAIN })
    expect(texts('li dl:first-child dt')).toEqual(['Time'])
    expect(texts('li dl:last-child dt')).toEqual(['Id', 'Size', 'Gain', 'Fee', 'Side'])
  })

  it('of totals is the last one, and holds those fields alone that have one', () => {
    show({ rows: rowsOf(3), columns: SUMMED })
    expect(cards().at(-1)?.textContent).toBe('Size9')
    expect(cards()).toHaveLength(4)
  })
})

describe('5,000 cards', () => {
  it('are those in view and a few around, of one height, and tell how many there are', () => {
    show({ rows: rowsOf(5000) })
    expect(ids()).toEqual(rowsOf(6).map(({ id }) => id))
    expect(new Set(cards().map(({ style }) => style.height))).toEqual(new Set([`${CARD}px`]))
    expect(document.querySelector('ul')?.style.paddingBottom).toBe(`${4994 * CARD}px`)
    expect(cards()[0]?.getAttribute('aria-setsize')).toBe('5000')
  })

  it('are others when they are scrolled, each with its number; the place of the totals stays', () => {
    show({ rows: rowsOf(5000), columns: SUMMED })
    scrollTo(1000 * CARD)
    expect(ids()).toEqual(
      rowsOf(1006)
        .slice(998)
        .map(({ id }) => id),
    )
    expect(cards()[0]?.getAttribute('aria-posinset')).toBe('999')
    expect(document.querySelector('ul')?.style.paddingTop).toBe(`${998 * CARD}px`)
    expect(cards().at(-1)?.style.marginTop).toBe(`${3994 * CARD}px`)
  })

  it('are drawn alone that come into view', () => {
    const cell = vi.fn(({ id }: Row) => id)
    const spied = COLUMNS.map((column) => (column.header === 'Id' ? { ...column, cell } : column))
    show({ rows: rowsOf(5000), columns: spied })
    cell.mockClear()
    scrollTo(2 * CARD)
    expect(cell.mock.calls.map(([{ id }]) => id)).toEqual(['r6', 'r7'])
  })
})

describe('cards are sorted', () => {
  const select = () => document.querySelector('select')
  function choose(value: string) {
    const element = select()
    if (element === null) throw new Error('nothing to choose')
    element.value = value
    act(() => void element.dispatchEvent(new Event('change', { bubbles: true })))
  }

  it('by what the table is sorted by, downwards first, and not at all', () => {
    show()
    expect(document.querySelector('label')?.textContent).toBe('Sort by')
    expect(texts('option')).toEqual(['As listed', 'Size', 'Gain'])
    expect(document.querySelector('button')).toBeNull()
    choose('Size')
    show({ sort: { header: 'Size', descending: true }, rows: rowsOf(3) })
    expect(ids()).toEqual(['r2', 'r1', 'r0'])
    choose('')
    expect(sorts).toEqual([{ header: 'Size', descending: true }, null])
  })

  it('the other way by a button that says the way, which stays with another field', () => {
    show({ sort: { header: 'Size', descending: true } })
    expect(texts('button')).toEqual(['Descending ↓'])
    act(() => document.querySelector('button')?.click())
    show({ sort: { header: 'Size', descending: false } })
    expect(texts('button')).toEqual(['Ascending ↑'])
    choose('Gain')
    expect(sorts).toEqual([
      { header: 'Size', descending: false },
      { header: 'Gain', descending: false },
    ])
  })

  it('only where something can be sorted by', () => {
    show({ columns: PLAIN })
    expect(select()).toBeNull()
  })
})
