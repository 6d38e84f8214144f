// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setChangedMarks } from '../../ui/changed'
import { setLook } from '../../ui/look'
import { motion } from '../../ui/sizes'
import type { LadderLine } from './ladder-lines'
import { createLadderPicture, type LadderPicture } from './ladder-picture'
import { barsIn, drawnIn, stubDrawing, textsIn, WIDTH } from './test-kit'

const STEP_MS = motion.flash / 3
const HEIGHT = 20

let root: HTMLElement
let picture: LadderPicture
let reduced: boolean

const texts = (name: 'price' | 'size' | 'total') => textsIn(root, name).map(({ text }) => text)
const colours = (name: 'price' | 'size' | 'total') => textsIn(root, name).map(({ colour }) => colour)
/** Line from the top, width in digits, and alpha, of the marks of changes. */
const flashes = () =>
  drawnIn(root)
    .areas.filter(({ alpha }) => alpha !== 1)
    .map(({ y, width, alpha }) => [y / HEIGHT, width / 7, alpha])

const line = (price: string, size: string, fields: Partial<LadderLine> = {}): LadderLine => ({
  price,
  size,
  total: size,
  share: 50,
  age: 0,
  ageWords: '',
  dim: false,
  ...fields,
})
const BEST = line('5.470', '10')
const NEXT = line('5.469', '20')
const rowsOf = (first: number, last: number) => ({ first, last, height: HEIGHT })

/** As ladder-canvas.tsx lays it out. */
function begin(asks = false) {
  root.replaceChildren(document.createElement('canvas'))
  for (const [index, name] of ['price', 'bars', 'muted', 'flash', 'age-0', 'age-1', 'age-2', 'age-3'].entries()) {
    const sample = document.createElement('i')
    sample.dataset.sample = name
    sample.style.color = `rgb(${index}, 0, 0)`
    root.append(sample)
  }
  picture = createLadderPicture(root, asks)
}

const [PRICE, BARS, MUTED, FLASH, NEW, OLDER] = [0, 1, 2, 3, 4, 5].map((index) => `rgb(${index}, 0, 0)`)

beforeEach(() => {
  vi.useFakeTimers()
  reduced = false
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return query.includes('motion') && reduced
    },
  }))
  stubDrawing()
  root = document.createElement('div')
  document.body.replaceChildren(root)
  begin()
})

afterEach(() => {
  picture.remove()
  setChangedMarks(true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the picture of a side', () => {
  it('has the bids’ best row on top', () => {
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    expect([texts('price'), texts('size'), texts('total')]).toEqual([
      ['5.470', '5.469'],
      ['10', '20'],
      ['10', '20'],
    ])
    expect(barsIn(root)).toEqual([50, 50])
    const ys = textsIn(root, 'price').map(({ y }) => y)
    // Ascent and descent of the stub are 11 and 3 px.
    expect(ys).toEqual([14, HEIGHT + 14])
  })

  it('has the asks’ best row at the bottom', () => {
    begin(true)
    picture.draw([BEST, { ...NEXT, share: 80, age: 1 }], rowsOf(0, 2))
    expect(texts('price')).toEqual(['5.469', '5.470'])
    expect(barsIn(root)).toEqual([80, 50])
    picture.draw([line('5.470', '15'), { ...NEXT, share: 80, age: 1 }], rowsOf(0, 2))
    expect(flashes()).toEqual([[1, 1, 0.2]])
  })

  it('has sides, ages and rows that are drawn back in their colours', () => {
    picture.draw([BEST, { ...NEXT, age: 1 }, line('5.468', '1', { dim: true })], rowsOf(0, 3))
    expect(colours('price')).toEqual([PRICE, PRICE, MUTED])
    expect(colours('size')).toEqual([NEW, OLDER, 'rgb(7, 0, 0)'])
    expect(colours('total')).toEqual([MUTED, MUTED, MUTED])
    expect(drawnIn(root).areas.map(({ colour }) => colour)).toEqual([BARS, BARS, BARS])
  })

  it('has the pixels of the screen', () => {
    vi.stubGlobal('devicePixelRatio', 2)
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    const { width, height } = root.querySelector('canvas') ?? {}
    expect([width, height]).toEqual([2 * WIDTH, 2 * 2 * HEIGHT])
  })

  it('is not drawn again where nothing differs, and is where anything does', () => {
    const pictures = () => drawnIn(root).pictures
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    const before = pictures()
    picture.draw([{ ...BEST }, { ...NEXT }], rowsOf(0, 2))
    expect(pictures()).toBe(before)
    for (const other of [{ price: '1' }, { size: '1' }, { total: '1' }, { share: 1 }, { age: 1 }, { dim: true }]) {
      const count = pictures()
      picture.draw([BEST, { ...NEXT, ...other }], rowsOf(0, 2))
      expect(pictures()).toBe(count + 1)
    }
    picture.draw([BEST, { ...NEXT, dim: true }], rowsOf(1, 3))
    expect(pictures()).toBe(before + 7)
  })

  it('has no washes where figures are drawn back, and has them again', () => {
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    picture.draw([BEST, line('5.469', '21')], rowsOf(0, 2))
    expect(drawnIn(root).areas).toHaveLength(3)
    picture.drawBack(true)
    expect([drawnIn(root).areas, texts('size')]).toEqual([[], ['10', '21']])
    picture.drawBack(false)
    expect(drawnIn(root).areas).toHaveLength(3)
  })

  it('takes the colours of another look at once', () => {
    picture.draw([BEST], rowsOf(0, 1))
    root.querySelector<HTMLElement>('[data-sample="price"]')?.style.setProperty('color', 'rgb(9, 9, 9)')
    setLook({ theme: 'light', palette: 'blue-orange', density: 'comfortable' })
    expect(colours('price')).toEqual(['rgb(9, 9, 9)'])
  })

  it('is drawn again on a canvas that the browser took away', () => {
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    const before = drawnIn(root).pictures
    root.querySelector('canvas')?.dispatchEvent(new Event('contextrestored'))
    expect(drawnIn(root).pictures).toBe(before + 1)
  })
})

describe('changed digits of a size', () => {
  const change = () => {
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    picture.draw([BEST, line('5.469', '25')], rowsOf(0, 2))
  }

  it('fade in three steps by themselves and end, and leave no timer', () => {
    change()
    expect(flashes()).toEqual([[1, 1, 0.2]])
    expect(drawnIn(root).areas.at(-1)).toMatchObject({ colour: FLASH })
    vi.advanceTimersByTime(STEP_MS)
    expect(flashes()).toEqual([[1, 1, 0.12]])
    vi.advanceTimersByTime(STEP_MS)
    expect(flashes()).toEqual([[1, 1, 0.06]])
    vi.advanceTimersByTime(STEP_MS)
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fade on while books come that do not touch them', () => {
    change()
    for (let frame = 0; frame < 3; frame += 1) {
      vi.advanceTimersByTime(STEP_MS / 3)
      picture.draw([line('5.470', String(20 + frame)), line('5.469', '25')], rowsOf(0, 2))
      expect(vi.getTimerCount()).toBe(1)
    }
    expect(flashes()).toContainEqual([1, 1, 0.12])
  })

  it('fade while the same book comes again and again', () => {
    change()
    for (let frame = 0; frame < 9; frame += 1) {
      vi.advanceTimersByTime(STEP_MS / 3)
      picture.draw([BEST, line('5.469', '25')], rowsOf(0, 2))
    }
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('move with their row when the side is scrolled', () => {
    change()
    picture.draw([line('5.469', '25'), line('5.468', '5')], rowsOf(1, 3))
    expect(flashes()).toEqual([[0, 1, 0.2]])
  })

  it('have no timer where nothing changed', () => {
    picture.draw([BEST, NEXT], rowsOf(0, 2))
    picture.draw([line('5.471', '1'), BEST], rowsOf(0, 2))
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are none for a reader who wants calm, by choice or by his system', () => {
    setChangedMarks(false)
    change()
    expect(flashes()).toEqual([])
    setChangedMarks(true)
    reduced = true
    picture.draw([BEST, line('5.469', '26')], rowsOf(0, 2))
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('end with the picture: nothing is drawn any more', () => {
    change()
    picture.remove()
    expect(vi.getTimerCount()).toBe(0)
    const before = drawnIn(root).pictures
    vi.advanceTimersByTime(5 * STEP_MS)
    expect(drawnIn(root).pictures).toBe(before)
  })
})
