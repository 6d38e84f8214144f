// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Column, DataTable } from './data-table'
import type { Sort } from './sort-rows'
import { densities } from './sizes'

const ROW = densities.comfortable.rows.table

interface Row {
  readonly id: string
  readonly size: number
}

const COLUMNS: readonly Column<Row>[] = [
  { header: 'Id', cell: ({ id }) => id },
  { header: 'Size', align: 'right', sortValue: ({ size }) => size, cell: ({ size }) => size },
  { header: 'Gain', sortValue: 'live', cell: () => 'gain' },
]
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `r${index}`, size: index }))
const rowKey = ({ id }: Row) => id
const sorts: (Sort | null)[] = []
let root: Root
let measure: () => void = () => undefined

function show(rows: readonly Row[], sort: Sort | null = null, columns = COLUMNS) {
  act(() =>
    root.render(
      <DataTable
        label="Rows"
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => sorts.push(next)}
      />,
    ),
  )
}

const drawn = () =>
  [...document.querySelectorAll('tbody tr:not([aria-hidden])')].map((row) => row.firstChild?.textContent)
const head = (name: string) => [...document.querySelectorAll('th')].find((cell) => cell.textContent?.startsWith(name))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom lays nothing out: the table is 260 px high, ten rows.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        measure = callback
      }
      readonly observe = () => measure()
      readonly disconnect = () => undefined
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW)
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

describe('a table of 5,000 rows', () => {
  it('draws those in view and a few around, and tells how many there are', () => {
    show(rowsOf(5000))
    expect(drawn()).toEqual(rowsOf(12).map(rowKey))
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('5001')
    expect(document.querySelector('tbody tr:last-child')?.getAttribute('style')).toBe(`height: ${4988 * ROW}px;`)
  })

  it('draws others when it is scrolled, each with its number', () => {
    show(rowsOf(5000))
    const scroller = document.querySelector('table')?.parentElement
    if (scroller == null) throw new Error('no scroller')
    scroller.scrollTop = 1000 * ROW
    act(() => void scroller.dispatchEvent(new Event('scroll')))
    expect(drawn()).toEqual(rowsOf(1012).slice(998).map(rowKey))
    expect(document.querySelector('tbody tr:not([aria-hidden])')?.getAttribute('aria-rowindex')).toBe('1000')
  })
})

it('scrolling draws the rows alone that come into view', () => {
  const cell = vi.fn(({ id }: Row) => id)
  show(rowsOf(5000), null, [{ header: 'Id', cell }])
  cell.mockClear()
  const scroller = document.querySelector('table')?.parentElement
  if (scroller == null) throw new Error('no scroller')
  scroller.scrollTop = 2 * ROW
  act(() => void scroller.dispatchEvent(new Event('scroll')))
  expect(cell.mock.calls.map(([{ id }]) => id)).toEqual(['r12', 'r13'])
})

it('a row keeps its elements when others come before it or it changes its place', () => {
  show(rowsOf(3))
  const cell = [...document.querySelectorAll('td')].find(({ textContent }) => textContent === 'r1')
  show([{ id: 'new', size: 9 }, ...rowsOf(3)])
  show([{ id: 'new', size: 9 }, ...rowsOf(3)], { header: 'Size', descending: true })
  expect(drawn()).toEqual(['new', 'r2', 'r1', 'r0'])
  expect([...document.querySelectorAll('td')].find(({ textContent }) => textContent === 'r1')).toBe(cell)
})

describe('a column', () => {
  it('sorts down, then up, then not at all', () => {
    show(rowsOf(3))
    const press = () => act(() => head('Size')?.querySelector('button')?.click())
    press()
    show(rowsOf(3), { header: 'Size', descending: true })
    press()
    show(rowsOf(3), { header: 'Size', descending: false })
    press()
    expect(sorts).toEqual([{ header: 'Size', descending: true }, { header: 'Size', descending: false }, null])
    expect(head('Size')?.getAttribute('aria-sort')).toBe('ascending')
  })

  it('that moves without its rows is offered, and the owner’s order stands', () => {
    show(rowsOf(3).reverse(), { header: 'Gain', descending: true })
    expect(head('Gain')?.querySelector('button')).not.toBeNull()
    expect(drawn()).toEqual(['r2', 'r1', 'r0'])
  })

  it('without a value to sort by is not offered', () => {
    show(rowsOf(1))
    expect(head('Id')?.querySelector('button')).toBeNull()
  })
})

it('totals stand in a foot, and only where a column has one', () => {
  show(rowsOf(2))
  expect(document.querySelector('tfoot')).toBeNull()
  show(rowsOf(2), null, [
    { header: 'Id', cell: ({ id }) => id, total: 'All' },
    { header: 'Size', cell: ({ size }) => size },
  ])
  expect(document.querySelector('tfoot')?.textContent).toBe('All')
})
