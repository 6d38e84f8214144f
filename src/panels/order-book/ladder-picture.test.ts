// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setChangedMarks } from '../../ui/changed'
import { motion } from '../../ui/sizes'
import type { LadderLine } from './ladder-lines'
import { createLadderPicture, type LadderPicture } from './ladder-picture'

const STEP_MS = motion.flash / 3

let root: HTMLElement
let picture: LadderPicture
let reduced: boolean

/** As ladder-columns.tsx lays it out. */
const LAYERS = ['bars', 'price', 'price', 'flashes', 'flashes', 'flashes', 'size', 'size', 'size', 'size', 'total']
const part = (name: string) => [...root.querySelectorAll(`[data-part="${name}"]`)]
const texts = (name: string) => part(name).map(({ textContent }) => textContent)
const paths = (name: string) => part(name).map((element) => element.getAttribute('d') ?? '')

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

function begin(asks = false) {
  root.replaceChildren(
    ...LAYERS.map((name) => {
      const element = document.createElement('div')
      element.dataset.part = name
      return element
    }),
  )
  picture = createLadderPicture(root, asks)
}

/** Names of the parts in which something is written meanwhile, and how often. */
function written(work: () => void): string[] {
  const observer = new MutationObserver(() => undefined)
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  work()
  const names = observer.takeRecords().map(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    return element?.getAttribute('data-part') ?? 'root'
  })
  observer.disconnect()
  return names
}

beforeEach(() => {
  vi.useFakeTimers()
  reduced = false
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }))
  root = document.createElement('div')
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
    picture.draw([BEST, NEXT], 0, 2)
    expect(texts('price')).toEqual(['5.470\n5.469', '\n'])
    expect(texts('size')).toEqual(['10\n20', '\n', '\n', '\n'])
    expect(texts('total')).toEqual(['10\n20'])
    expect(paths('bars')).toEqual(['M100 0H50V1H50V2H100Z'])
  })

  it('has the asks’ best row at the bottom', () => {
    begin(true)
    picture.draw([BEST, { ...NEXT, share: 80, age: 1 }], 0, 2)
    expect(texts('price')).toEqual(['5.469\n5.470', '\n'])
    expect(texts('size')).toEqual(['\n10', '20\n', '\n', '\n'])
    expect(paths('bars')).toEqual(['M100 0H20V1H50V2H100Z'])
    picture.draw([line('5.470', '15'), { ...NEXT, share: 80, age: 1 }], 0, 2)
    expect(paths('flashes')[0]).toBe('M40 1H39v1H40Z')
  })

  it('has one text in each layer, whatever stood there', () => {
    root.querySelector('[data-part="total"]')?.append('of the one before')
    picture = createLadderPicture(root, false)
    picture.draw([BEST], 0, 1)
    expect(texts('total')).toEqual(['10'])
    for (const name of ['price', 'size', 'total']) {
      for (const { childNodes } of part(name))
        expect([...childNodes].map(({ nodeName }) => nodeName)).toEqual(['#text'])
    }
  })

  it('writes nothing where nothing differs', () => {
    picture.draw([BEST, NEXT], 0, 2)
    expect(written(() => picture.draw([{ ...BEST }, { ...NEXT }], 0, 2))).toEqual([])
  })

  it('writes only what differs: one text a column, and the changed digits', () => {
    picture.draw([BEST, NEXT], 0, 2)
    expect(written(() => picture.draw([BEST, { ...NEXT, total: '31' }], 0, 2))).toEqual(['total'])
    expect(written(() => picture.draw([BEST, { ...NEXT, total: '31', share: 51 }], 0, 2))).toEqual(['bars'])
    const older = { ...NEXT, total: '31', share: 51, age: 1 }
    expect(written(() => picture.draw([BEST, older], 0, 2))).toEqual(['size', 'size'])
    expect(written(() => picture.draw([BEST, { ...older, size: '21' }], 0, 2))).toEqual(['size', 'flashes'])
    expect(written(() => picture.draw([BEST, { ...older, size: '21', dim: true }], 0, 2))).toEqual([
      'price',
      'price',
      'size',
      'size',
    ])
  })
})

describe('changed digits of a size', () => {
  const change = () => {
    picture.draw([BEST, NEXT], 0, 2)
    picture.draw([BEST, line('5.469', '25')], 0, 2)
  }
  const AREA = 'M40 1H39v1H40Z'

  it('fade in three steps by themselves and end, and leave no timer', () => {
    change()
    expect(paths('flashes')).toEqual([AREA, '', ''])
    vi.advanceTimersByTime(STEP_MS)
    expect(paths('flashes')).toEqual(['', AREA, ''])
    vi.advanceTimersByTime(STEP_MS)
    expect(paths('flashes')).toEqual(['', '', AREA])
    vi.advanceTimersByTime(STEP_MS)
    expect(paths('flashes')).toEqual(['', '', ''])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fade on while books come that do not touch them', () => {
    change()
    for (let frame = 0; frame < 3; frame += 1) {
      vi.advanceTimersByTime(STEP_MS / 3)
      picture.draw([BEST, line('5.469', '25')], 0, 2)
      expect(vi.getTimerCount()).toBe(1)
    }
    expect(paths('flashes')).toEqual(['', AREA, ''])
  })

  it('move with their row when the side is scrolled', () => {
    change()
    picture.draw([line('5.469', '25'), line('5.468', '5')], 1, 3)
    expect(paths('flashes')[0]).toBe('M40 0H39v1H40Z')
  })

  it('have no timer where nothing changed', () => {
    picture.draw([BEST, NEXT], 0, 2)
    picture.draw([line('5.471', '1'), BEST], 0, 2)
    expect(paths('flashes')).toEqual(['', '', ''])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are none for a reader who wants calm, by choice or by his system', () => {
    setChangedMarks(false)
    change()
    expect(paths('flashes')).toEqual(['', '', ''])
    setChangedMarks(true)
    reduced = true
    change()
    expect(paths('flashes')).toEqual(['', '', ''])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('end with the picture: nothing is written any more', () => {
    change()
    picture.remove()
    expect(vi.getTimerCount()).toBe(0)
    expect(written(() => vi.advanceTimersByTime(5 * STEP_MS))).toEqual([])
  })
})
