/**
 * Changed digits stand out for a moment and fade in steps. Highlights of the browser's own: no element is added, no animation
 * runs between the steps, and a screen reader hears nothing of it.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { NO_FIGURE } from './format'
import { motion } from './sizes'

/** The names that the stylesheet knows, the newest first. */
const STEPS = ['changed-1', 'changed-2', 'changed-3'] as const
const STEP_MS = motion.flash / STEPS.length

let wanted = true
let held: Highlight[] | null = null
let timer: ReturnType<typeof setTimeout> | null = null
/** When they fade by a step with whatever else is painted. */
let dueMs = 0
/** How much later they do by themselves: a frame for them alone costs as much as one with a book. */
const PATIENCE_MS = 120

/** By the reader's choice. */
export function setChangedMarks(on: boolean): void {
  wanted = on
}

let reduced: boolean | null = null

// The ladder asks for it in each frame, and a browser reckons a media query anew each time.
function wantsLessMotion(): boolean {
  if (reduced !== null) return reduced
  const query = matchMedia('(prefers-reduced-motion: reduce)')
  query.addEventListener('change', () => {
    reduced = query.matches
  })
  reduced = query.matches
  return reduced
}

/** Whether the reader wants changes to stand out. */
export function marksChanges(): boolean {
  return wanted && !wantsLessMotion()
}

const isPossible = () => typeof Highlight === 'function' && 'highlights' in CSS && marksChanges()

/** Place of the first character that differs; the length where none does. */
export function firstDifference(before: string, after: string): number {
  let place = 0
  while (place < after.length && before[place] === after[place]) place += 1
  return place
}

/** When each text was marked. */
const marked = new WeakMap<Text, number>()

/**
 * Marks what differs from the figure before, if there was one, unless a mark of that text is still fading: a figure that never
 * rests would always shine, tell nothing by it, and have the browser paint its surroundings for every step.
 */
export function markChange(node: Text, before: string): void {
  if (before === NO_FIGURE || !isPossible()) return
  const now = performance.now()
  if (now - (marked.get(node) ?? Number.NEGATIVE_INFINITY) < motion.flash) return
  marked.set(node, now)
  const from = firstDifference(before, node.data)
  held ??= STEPS.map(() => new Highlight())
  // Static: a live range would be looked at with every change of the page. One that no longer fits its text is not painted.
  held[0]?.add(new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: node.length }))
  if (timer !== null) return
  register()
  waitForStep()
}

function waitForStep(): void {
  dueMs = performance.now() + STEP_MS - PATIENCE_MS / 2
  timer = setTimeout(fade, STEP_MS + PATIENCE_MS / 2)
}

/** Called in a frame in which the page changes anyhow. */
export function fadeWithFrame(): void {
  if (timer === null || performance.now() < dueMs) return
  clearTimeout(timer)
  fade()
}

function register(): void {
  for (const [index, name] of STEPS.entries()) {
    const highlight = held?.[index]
    if (highlight !== undefined) CSS.highlights.set(name, highlight)
  }
}

function fade(): void {
  const oldest = held?.pop()
  if (oldest === undefined || held === null) return
  oldest.clear()
  held.unshift(oldest)
  register()
  if (held.some(({ size }) => size > 0)) waitForStep()
  else timer = null
}

/**
 * Marks what changed in an element's only text. `scope`: what the figure is of, such as the price of its row; where that
 * changed the figure is another one, and no change is told.
 */
export function useChanged(element: RefObject<HTMLElement | null>, text: string, scope = ''): void {
  const before = useRef({ text, scope })
  useLayoutEffect(() => {
    const last = before.current
    if (last.text === text && last.scope === scope) return
    before.current = { text, scope }
    const node = element.current?.firstChild
    if (last.scope === scope && last.text !== text && node instanceof Text) markChange(node, last.text)
  }, [element, text, scope])
}
