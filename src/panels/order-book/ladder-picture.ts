/**
 * Writes a side's columns past React: what changes with every book is a text for each column and a few paths, and comparing
 * elements for them would cost more than writing them. Only what differs is written.
 */
import { marksChanges } from '../../ui/changed'
import { motion } from '../../ui/sizes'
import { FLASH_STEPS, flashPaths, type Flashes, NO_FLASHES, nextFlashes } from './flashes'
import { barsPath, columnTexts, type LadderLine } from './ladder-lines'

export interface LadderPicture {
  /** The rows from `first` up to `last`, the best first. */
  readonly draw: (lines: readonly LadderLine[], first: number, last: number) => void
  readonly remove: () => void
}

/** Digits across the picture of the flashes: more than any size has. */
export const FLASH_ACROSS = 40
const STEP_MS = motion.flash / FLASH_STEPS

/** `root` holds the elements that ladder-columns.tsx lays out, by their data-part, in the order of their texts and paths. */
export function createLadderPicture(root: HTMLElement, asks: boolean): LadderPicture {
  const part = (name: string) => [...root.querySelectorAll(`[data-part="${name}"]`)]
  const texts = { price: part('price').map(textOf), size: part('size').map(textOf), total: part('total').map(textOf) }
  const bars = part('bars')
  const flashes = part('flashes')
  let held: Flashes = NO_FLASHES
  let timer: ReturnType<typeof setTimeout> | undefined

  function drawFlashes(first: number, last: number) {
    clearTimeout(timer)
    const places = { first, last, upwards: asks, across: FLASH_ACROSS }
    const paths = marksChanges() ? flashPaths(held, performance.now(), STEP_MS, places) : []
    for (const [step, element] of flashes.entries()) setPath(element, paths[step] ?? '')
    // They fade by themselves while no book comes.
    if (paths.some((path) => path !== '')) timer = setTimeout(drawFlashes, STEP_MS, first, last)
  }

  return {
    draw(lines, first, last) {
      const fromTop = asks ? lines.toReversed() : lines
      const columns = columnTexts(fromTop)
      write(texts.price, columns.prices)
      write(texts.size, columns.sizes)
      write(texts.total, [columns.totals])
      for (const element of bars) setPath(element, barsPath(fromTop))
      held = nextFlashes(held, lines, first, performance.now())
      drawFlashes(first, last)
    },
    remove() {
      clearTimeout(timer)
    },
  }
}

function textOf(element: Element): Text {
  const text = document.createTextNode('')
  element.replaceChildren(text)
  return text
}

function write(nodes: readonly Text[], texts: readonly string[]): void {
  for (const [index, node] of nodes.entries()) {
    const text = texts[index] ?? ''
    if (node.data !== text) node.data = text
  }
}

function setPath(element: Element, path: string): void {
  if ((element.getAttribute('d') ?? '') !== path) element.setAttribute('d', path)
}
