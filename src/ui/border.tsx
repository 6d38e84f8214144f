import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { allowedMove, type PaneSize } from './border-move'

/** New sizes of the panes of a row or column, by name: in px, or in percent where the pane's size is of that kind. */
export type Sizes = Readonly<Record<string, number>>

interface BorderProps {
  readonly label: string
  /** Of the border itself: a vertical one stands between left and right. */
  readonly orientation: 'horizontal' | 'vertical'
  /** Moved by the reader; called once, when he has let go. */
  readonly onMoved: (sizes: Sizes) => void
  /** He wants the first sizes of these panes. */
  readonly onReset: (names: readonly string[]) => void
}

const KEY_STEP_PX = 20

/**
 * A border between two panes, dragged or moved by the keys. The panes are flex items of one row or column: those with
 * `data-pane` (and `data-unit="%"`) have a flex basis, which is what moves; one without takes the rest. Their least and largest
 * sizes are those of their style, and the browser alone keeps to them when the window changes.
 */
export function Border({ label, orientation, onMoved, onReset }: BorderProps) {
  const border = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const vertical = orientation === 'vertical'

  useEffect(() => tellSizes(border.current, vertical), [vertical])

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = beginDrag(event.currentTarget, vertical, vertical ? event.clientX : event.clientY)
  }

  function onPointerMove(event: PointerEvent) {
    drag.current?.move(vertical ? event.clientX : event.clientY)
  }

  function end(kept: boolean) {
    const sizes = drag.current?.end(kept)
    drag.current = null
    if (sizes) onMoved(sizes)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && drag.current !== null) {
      // Nothing else is closed by the same press.
      event.stopPropagation()
      return end(false)
    }
    const by = moveOf(event.key, vertical)
    if (by === undefined || drag.current !== null) return
    event.preventDefault()
    const moved = beginDrag(event.currentTarget, vertical, 0)
    moved.move(by)
    const sizes = moved.end(true)
    if (sizes) onMoved(sizes)
  }

  function onDoubleClick() {
    const { before, after } = neighbours(border.current)
    onReset([before, after].flatMap(({ dataset }) => dataset['pane'] ?? []))
  }

  return (
    // A separator that can be moved is a widget, and `hr` cannot hold the keys.
    <div
      ref={border}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={50}
      title="Drag; press twice for the first size"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onKeyDown={onKeyDown}
      onDoubleClick={onDoubleClick}
      className={`relative z-10 shrink-0 touch-none rounded bg-transparent outline-offset-0 transition-colors select-none after:absolute hover:bg-accent active:bg-accent ${
        vertical
          ? 'mx-px w-1 cursor-col-resize after:inset-y-0 after:-inset-x-0.5 pointer-coarse:after:-inset-x-2.5'
          : 'my-px h-1 cursor-row-resize after:inset-x-0 after:-inset-y-0.5 pointer-coarse:after:-inset-y-2.5'
      }`}
    />
  )
}

/** px by which a key moves a border; undefined: it does not. Home and End go as far as the panes let them. */
function moveOf(key: string, vertical: boolean): number | undefined {
  switch (key) {
    case vertical ? 'ArrowLeft' : 'ArrowUp':
      return -KEY_STEP_PX
    case vertical ? 'ArrowRight' : 'ArrowDown':
      return KEY_STEP_PX
    case 'Home':
      return Number.NEGATIVE_INFINITY
    case 'End':
      return Number.POSITIVE_INFINITY
    default:
      return undefined
  }
}

interface Drag {
  readonly move: (toPx: number) => void
  /** The new sizes; null where nothing was moved, or is to be as it was. */
  readonly end: (kept: boolean) => Sizes | null
}

/** Moves the panes' flex basis by script: React writes the same when the sizes are kept. */
function beginDrag(border: HTMLElement, vertical: boolean, fromPx: number): Drag {
  const { before, after } = neighbours(border)
  const [first, second] = [sizeOf(before, vertical), sizeOf(after, vertical)]
  const group = border.parentElement
  const all = vertical ? (group?.clientWidth ?? 0) : (group?.clientHeight ?? 0)
  // All of the row or column: one that was squeezed would spread when another gives way.
  const sized = [...(group?.children ?? [])].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset['pane'] !== undefined,
  )
  const panes = sized.map((element) => ({
    element,
    name: element.dataset['pane'] ?? '',
    percent: element.dataset['unit'] === '%',
    size: sizeOf(element, vertical).size,
    basis: element.style.flexBasis,
  }))
  let sizes: Sizes | null = null

  return {
    move(toPx) {
      const by = allowedMove(first, second, toPx - fromPx)
      if (by === 0 && sizes === null) return
      const next = panes.map(({ element, name, percent, size }) => {
        const px = size + (element === before ? by : element === after ? -by : 0)
        return [name, percent ? Math.round((1000 * px) / all) / 10 : Math.round(px)] as const
      })
      sizes = Object.fromEntries(next)
      for (const { element, name, percent } of panes) element.style.flexBasis = `${sizes[name]}${percent ? '%' : 'px'}`
    },
    end(kept) {
      if (!kept) for (const { element, basis } of panes) element.style.flexBasis = basis
      return kept ? sizes : null
    },
  }
}

function neighbours(border: HTMLElement | null) {
  const [before, after] = [border?.previousElementSibling, border?.nextElementSibling]
  if (!(before instanceof HTMLElement && after instanceof HTMLElement)) throw new Error('a border stands between panes')
  return { before, after }
}

function sizeOf(pane: HTMLElement, vertical: boolean): PaneSize {
  const { width, height } = pane.getBoundingClientRect()
  return { size: vertical ? width : height, ...limitsOf(pane, vertical) }
}

function limitsOf(pane: HTMLElement, vertical: boolean) {
  const { minWidth, minHeight, maxWidth, maxHeight } = getComputedStyle(pane)
  const [min, max] = vertical ? [minWidth, maxWidth] : [minHeight, maxHeight]
  return { min: Number.parseFloat(min) || 0, max: Number.parseFloat(max) || Number.POSITIVE_INFINITY }
}

/** For readers' tools: how much of the two panes' room the first one has, in percent, kept up to date past React. */
function tellSizes(border: HTMLElement | null, vertical: boolean): () => void {
  const { before, after } = neighbours(border)
  border?.setAttribute('aria-controls', before.id)
  const observer = new ResizeObserver(() => {
    const [first, second] = [sizeOf(before, vertical), sizeOf(after, vertical)]
    const all = first.size + second.size
    if (all === 0) return
    const percent = (px: number) => String(Math.round((100 * px) / all))
    border?.setAttribute('aria-valuenow', percent(first.size))
    border?.setAttribute('aria-valuemin', percent(first.size + allowedMove(first, second, Number.NEGATIVE_INFINITY)))
    border?.setAttribute('aria-valuemax', percent(first.size + allowedMove(first, second, Number.POSITIVE_INFINITY)))
  })
  observer.observe(before)
  observer.observe(after)
  return () => observer.disconnect()
}
