/** What the tests of this folder share: a place to render, books that come in, and both forms of the ladder's sides. */
import { act, createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import type { Book, Level } from '../../domain/book'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { beginStore, commit, delivered, link, marketKey } from '../../store/test-kit'
import { useTurn } from '../../ui/use-turn'

export type Side = 'Asks' | 'Bids'

export const NOW_MS = 1_700_000_000_000
export const level = (price: number, size: number, updatedMs: number | null = NOW_MS): Level => ({
  price,
  size,
  updatedMs,
})
export const side = (first: number, step: number, count: number) =>
  Array.from({ length: count }, (_, row) => level(Number((first + row * step).toFixed(3)), 10))
export const BOOK: Book = { bids: side(5.47, -0.001, 4), asks: side(5.472, 0.001, 4) }

const now = () => ({ mono: performance.now(), wall: Date.now() })

export function show(book: Book, generation = 1): Promise<void> {
  const delivery = { ...delivered({ topic: 'orderbook', book }, 0, generation), at: now() }
  const lively = { ...link(generation), lastFrame: { at: now(), generation } }
  return act(async () => commit(marketKey('1'), [delivery], lively))
}

/** A message of another market's book comes where this one's is awaited. */
export function doubt(): Promise<void> {
  const lost = [{ topic: 'orderbook', reason: 'foreign-market', detail: 'of market 2', lost: 'message' } as const]
  const refusal = { ...delivered({ topic: 'orderbook', book: BOOK }), at: now(), update: null, lostCount: 1, lost }
  return act(async () => commit(marketKey('1'), [refusal]))
}

export interface Mounted {
  readonly element: HTMLElement
  readonly unmount: () => void
}

/** Renders in the document, with first preferences and an empty store. Unmount it after the test. */
export async function mount(node: ReactNode): Promise<Mounted> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  stubDrawing()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore()
  await drawPageOnce()
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  await act(async () => root.render(node))
  return { element, unmount: () => act(() => root.unmount()) }
}

/** From then on nothing waits for its turn. */
async function drawPageOnce() {
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(Waiting)))
  act(() => root.unmount())
}

function Waiting() {
  useTurn(1)
  return null
}

/** jsdom lays nothing out, so nothing changes its size. */
class NoResize {
  observe() {}
  disconnect() {}
}

type Part = 'price' | 'size' | 'total'

export interface DrawnText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly colour: string
  readonly align: string
}

export interface DrawnArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly alpha: number
}

const DIGIT = 7
/** px, of every element. */
export const WIDTH = 400

class NotedContext {
  fillStyle = ''
  font = ''
  textAlign = 'left'
  globalAlpha = 1
  texts: DrawnText[] = []
  areas: DrawnArea[] = []
  path: Omit<DrawnArea, 'colour' | 'alpha'> | null = null
  /** How often it was begun anew. */
  pictures = 0

  setTransform() {}

  beginPath() {
    this.path = null
  }

  roundRect(x: number, y: number, width: number, height: number) {
    this.path = { x, y, width, height }
  }

  fill() {
    if (this.path !== null) this.fillRect(this.path.x, this.path.y, this.path.width, this.path.height)
  }

  clearRect() {
    this.pictures += 1
    this.texts = []
    this.areas = []
  }

  fillRect(x: number, y: number, width: number, height: number) {
    this.areas.push({ x, y, width, height, colour: this.fillStyle, alpha: this.globalAlpha })
  }

  fillText(text: string, x: number, y: number) {
    this.texts.push({ text, x, y, colour: this.fillStyle, align: this.textAlign })
  }

  measureText(text: string) {
    const letters = { actualBoundingBoxAscent: 7, actualBoundingBoxDescent: 0 }
    return { width: text.length * DIGIT, fontBoundingBoxAscent: 11, fontBoundingBoxDescent: 3, ...letters }
  }
}

const contexts = new WeakMap<HTMLCanvasElement, NotedContext>()

/** Stands for the canvas, which jsdom has not: notes what is drawn since the picture was begun anew. */
function stubCanvas(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: WIDTH })
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    configurable: true,
    value(this: HTMLCanvasElement) {
      const noted = contexts.get(this) ?? new NotedContext()
      contexts.set(this, noted)
      return noted
    },
  })
}

/** What is drawn on the canvas of that element now. */
export function drawnIn(root: Element | null): NotedContext {
  const canvas = root?.querySelector('canvas')
  const noted = canvas == null ? undefined : contexts.get(canvas)
  if (noted === undefined) throw new Error('nothing was drawn there')
  return noted
}

/** What the picture needs of a browser. */
export function stubDrawing(): void {
  vi.stubGlobal('ResizeObserver', NoResize)
  stubCanvas()
}

/** Texts of a column, from top to bottom. */
export function textsIn(root: Element | null, part: Part): DrawnText[] {
  const wanted = { price: 'left', size: 'right', total: 'right' }[part]
  const inColumn = ({ x, align }: DrawnText) =>
    align === wanted && (part !== 'size' || x < WIDTH * 0.7) && (part !== 'total' || x > WIDTH * 0.7)
  return drawnIn(root)
    .texts.filter(inColumn)
    .sort((one, other) => one.y - other.y)
}

/** What stands behind prices, from top to bottom. */
export const labelsIn = (root: Element | null) =>
  drawnIn(root)
    .texts.filter(({ align }) => align === 'center')
    .sort((one, other) => one.y - other.y)

/** Places in px from the top where a price of one's own lies between two rows. */
export const linesIn = (root: Element | null) =>
  drawnIn(root)
    .areas.filter(({ x, width, height }) => x === 0 && width === WIDTH && height === 1)
    .map(({ y }) => y)

/** What is seen of a side. */
export const ladder = (name: Side) => document.querySelector(`[data-ladder="${name}"]`)

/** The lines of a column from top to bottom. */
export const column = (name: Side, part: Part) => textsIn(ladder(name), part).map(({ text }) => text)

/** Of the row at that line from the top: price, size and total. */
export const seenAt = (name: Side, line: number) =>
  (['price', 'size', 'total'] as const).map((part) => column(name, part)[line])
/** Lengths of the bars in percent, from top to bottom. */
export const bars = (name: Side) => barsIn(ladder(name))
export const barsIn = (root: Element | null) =>
  drawnIn(root)
    .areas.filter(({ x, width, height }) => x + width === WIDTH && height > 1)
    .sort((one, other) => one.y - other.y)
    .map(({ width }) => Math.round((width / WIDTH) * 1000) / 10)

/** Place and height of what is summed up, in px from the top of what is seen of the side; null: nothing is. */
export function picked(name: Side): readonly [string, string] | null {
  const element = ladder(name)?.querySelector<HTMLElement>('[data-picked]')
  return element == null ? null : [element.style.top, element.style.height]
}

export const table = (name: Side) => document.querySelector(`table[aria-label="${name}"]`)
export const rows = (name: Side) => [...(table(name)?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
export const rowAt = (name: Side, row: number) => table(name)?.querySelector<HTMLElement>(`tr[data-row="${row}"]`)
export const cellTexts = (row: HTMLElement | null | undefined) =>
  [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)

export function point(
  target: Element | null | undefined,
  type: 'pointerover' | 'pointerup' | 'pointerdown',
  pointerType: 'mouse' | 'touch',
): Promise<void> {
  const event = new MouseEvent(type, { bubbles: true })
  Object.defineProperty(event, 'pointerType', { value: pointerType })
  return act(async () => void target?.dispatchEvent(event))
}
