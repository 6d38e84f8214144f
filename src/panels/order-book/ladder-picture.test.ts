// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setChangedMarks } from '../../ui/changed'
import { setLook } from '../../ui/look'
import { motion } from '../../ui/sizes'
import type { LadderLabel } from './ladder-labels'
import type { LadderLine } from './ladder-lines'
import { createLadderPicture, type LadderPicture, type Rows } from './ladder-picture'
import { barsIn, drawnIn, labelsIn, linesIn, stubDrawing, textsIn, WIDTH } from './test-kit'

const STEP_MS = motion.flash / 3
const HEIGHT = 20

let root: HTMLElement
let picture: LadderPicture
let reduced = false
const onPreference = new Set<() => void>()

/** As the system’s settings do. */
function preferLessMotion(on: boolean) {
  reduced = on
  for (const listener of onPreference) listener()
}

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
const draw = (lines: readonly LadderLine[], rows: Rows, labels: readonly LadderLabel[] = []) =>
  picture.draw(lines, rows, labels)
const rowsOf = (first: number, last: number) => ({ first, last, height: HEIGHT })

const SAMPLES = [
  ...['price', 'bars', 'muted', 'flash', 'age-0', 'age-1', 'age-2', 'age-3'],
  ...['own', 'own-wash', 'warn', 'warn-wash', 'unsure', 'unsure-wash'],
]
const colourOf = (name: string) => `rgb(${SAMPLES.indexOf(name)}, 0, 0)`

/** As ladder-canvas.tsx lays it out. */
function begin(asks = false) {
  root.replaceChildren(document.createElement('canvas'))
  for (const [index, name] of SAMPLES.entries()) {
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
  preferLessMotion(false)
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return query.includes('motion') && reduced
    },
    addEventListener(_type: string, listener: () => void) {
      onPreference.add(listener)
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
    draw([BEST, NEXT], rowsOf(0, 2))
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
    draw([BEST, { ...NEXT, share: 80, age: 1 }], rowsOf(0, 2))
    expect(texts('price')).toEqual(['5.469', '5.470'])
    expect(barsIn(root)).toEqual([80, 50])
    draw([line('5.470', '15'), { ...NEXT, share: 80, age: 1 }], rowsOf(0, 2))
    expect(flashes()).toEqual([[1, 1, 0.2]])
  })

  it('has sides, ages and rows that are drawn back in their colours', () => {
    draw([BEST, { ...NEXT, age: 1 }, line('5.468', '1', { dim: true })], rowsOf(0, 3))
    expect(colours('price')).toEqual([PRICE, PRICE, MUTED])
    expect(colours('size')).toEqual([NEW, OLDER, 'rgb(7, 0, 0)'])
    expect(colours('total')).toEqual([MUTED, MUTED, MUTED])
    expect(drawnIn(root).areas.map(({ colour }) => colour)).toEqual([BARS, BARS, BARS])
  })

  it('has the pixels of the screen', () => {
    vi.stubGlobal('devicePixelRatio', 2)
    draw([BEST, NEXT], rowsOf(0, 2))
    const { width, height } = root.querySelector('canvas') ?? {}
    expect([width, height]).toEqual([2 * WIDTH, 2 * 2 * HEIGHT])
  })

  it('is not drawn again where nothing differs, and is where anything does', () => {
    const pictures = () => drawnIn(root).pictures
    draw([BEST, NEXT], rowsOf(0, 2))
    const before = pictures()
    draw([{ ...BEST }, { ...NEXT }], rowsOf(0, 2))
    expect(pictures()).toBe(before)
    for (const other of [{ price: '1' }, { size: '1' }, { total: '1' }, { share: 1 }, { age: 1 }, { dim: true }]) {
      const count = pictures()
      draw([BEST, { ...NEXT, ...other }], rowsOf(0, 2))
      expect(pictures()).toBe(count + 1)
    }
    draw([BEST, { ...NEXT, dim: true }], rowsOf(1, 3))
    expect(pictures()).toBe(before + 7)
  })

  it('has no washes where figures are drawn back, and has them again', () => {
    draw([BEST, NEXT], rowsOf(0, 2))
    draw([BEST, line('5.469', '21')], rowsOf(0, 2))
    expect(drawnIn(root).areas).toHaveLength(3)
    picture.drawBack(true)
    expect([drawnIn(root).areas, texts('size')]).toEqual([[], ['10', '21']])
    picture.drawBack(false)
    expect(drawnIn(root).areas).toHaveLength(3)
  })

  it('takes the colours of another look at once', () => {
    draw([BEST], rowsOf(0, 1))
    root.querySelector<HTMLElement>('[data-sample="price"]')?.style.setProperty('color', 'rgb(9, 9, 9)')
    setLook({ theme: 'light', palette: 'blue-orange', density: 'comfortable' })
    expect(colours('price')).toEqual(['rgb(9, 9, 9)'])
  })

  it('is drawn again on a canvas that the browser took away', () => {
    draw([BEST, NEXT], rowsOf(0, 2))
    const before = drawnIn(root).pictures
    root.querySelector('canvas')?.dispatchEvent(new Event('contextrestored'))
    expect(drawnIn(root).pictures).toBe(before + 1)
  })
})

describe('changed digits of a size', () => {
  const change = () => {
    draw([BEST, NEXT], rowsOf(0, 2))
    draw([BEST, line('5.469', '25')], rowsOf(0, 2))
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
      draw([line('5.470', String(20 + frame)), line('5.469', '25')], rowsOf(0, 2))
      expect(vi.getTimerCount()).toBe(1)
    }
    expect(flashes()).toContainEqual([1, 1, 0.12])
  })

  it('fade while the same book comes again and again', () => {
    change()
    for (let frame = 0; frame < 9; frame += 1) {
      vi.advanceTimersByTime(STEP_MS / 3)
      draw([BEST, line('5.469', '25')], rowsOf(0, 2))
    }
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('move with their row when the side is scrolled', () => {
    change()
    draw([line('5.469', '25'), line('5.468', '5')], rowsOf(1, 3))
    expect(flashes()).toEqual([[0, 1, 0.2]])
  })

  it('have no timer where nothing changed', () => {
    draw([BEST, NEXT], rowsOf(0, 2))
    draw([line('5.471', '1'), BEST], rowsOf(0, 2))
    expect(flashes()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are none for a reader who wants calm, by choice or by his system', () => {
    setChangedMarks(false)
    change()
    expect(flashes()).toEqual([])
    setChangedMarks(true)
    preferLessMotion(true)
    draw([BEST, line('5.469', '26')], rowsOf(0, 2))
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

describe('labels of the reader’s own prices', () => {
  const OWN: LadderLabel = { row: 1, text: '◆', between: false, tone: 'own' }
  const labels = () => labelsIn(root).map(({ y, text, colour }) => [Math.floor(y / HEIGHT), text, colour])
  /** What a label lies on: its line from the top, and its colour. */
  const boxes = () =>
    drawnIn(root)
      .areas.filter(({ height }) => height > 1 && height < HEIGHT)
      .map(({ y, colour }) => [Math.floor(y / HEIGHT), colour])

  it('stand behind the price of their row, in the colours of what they are', () => {
    const warning = { ...OWN, row: 0, text: '◆ L', tone: 'warn' } as const
    draw([BEST, NEXT], rowsOf(0, 2), [OWN, warning])
    expect(labels()).toEqual([
      [0, '◆ L', colourOf('warn')],
      [1, '◆', colourOf('own')],
    ])
    expect(boxes()).toEqual([
      [1, colourOf('own-wash')],
      [0, colourOf('warn-wash')],
    ])
    // The price has five characters, its point none of a digit's width.
    for (const { x } of labelsIn(root)) expect(x).toBeGreaterThan(4 * 7)
    expect(linesIn(root)).toEqual([])
  })

  it.each([
    [false, 1 * HEIGHT],
    [true, 1 * HEIGHT - 1],
  ])('have a line at the better side of their row, where a price lies between two (asks: %s)', (asks, y) => {
    begin(asks)
    draw([BEST, NEXT], rowsOf(0, 2), [{ ...OWN, between: true }])
    expect(linesIn(root)).toEqual([y])
  })

  it('follow their rows, come and go, though no figure changes', () => {
    draw([BEST, NEXT], rowsOf(0, 2), [OWN])
    draw([BEST, NEXT], rowsOf(0, 2), [{ ...OWN, row: 0 }])
    expect(labels()).toEqual([[0, '◆', colourOf('own')]])
    draw([BEST, NEXT], rowsOf(0, 2), [{ ...OWN, row: 0, tone: 'unsure' }])
    expect(labels()).toEqual([[0, '◆', colourOf('unsure')]])
    draw([BEST, NEXT], rowsOf(0, 2))
    expect(labels()).toEqual([])
    const { pictures } = drawnIn(root)
    draw([BEST, NEXT], rowsOf(0, 2))
    expect(drawnIn(root).pictures).toBe(pictures)
  })

  it('are drawn back with the figures, without a box', () => {
    draw([BEST, NEXT], rowsOf(0, 2), [OWN])
    picture.drawBack(true)
    expect(labels()).toEqual([[1, '◆', colourOf('unsure')]])
    expect(boxes()).toEqual([])
  })

  it('leave the texts that follow in their own font', () => {
    draw([BEST, NEXT], rowsOf(0, 2), [OWN])
    draw([BEST, line('5.469', '21')], rowsOf(0, 2), [OWN])
    const { font } = drawnIn(root)
    expect(font).not.toContain('9px')
    expect(texts('size')).toEqual(['10', '21'])
  })
})
