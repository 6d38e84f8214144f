import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { distanceTexts, windowText } from './distance-text'
import { placeAt } from './places'
import type { DepthWindow } from './use-depth-window'
import { useStageInput } from './use-stage-input'

/** Of the arrow keys, from the mid to an edge. */
const STOPS_A_SIDE = 40

interface DepthStageProps {
  readonly window: DepthWindow
  /** Of the crosshair; null while there is none. */
  readonly place: number | null
  /** `byKey`: the reader may not see where it went. */
  readonly onPlace: (place: number | null, byKey: boolean) => void
  readonly children: ReactNode
}

/** The plot as something to point at: by pointer and finger, and as a slider along the distances from mid. */
export function DepthStage({ window, place, onPlace, children }: DepthStageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  useStageInput(stage, {
    onPoint: (part) => onPlace(placeAt(part), false),
    onLeave: () => onPlace(null, false),
    onPress: () => slider.current?.focus({ preventScroll: true }),
    onZoom: window.zoom,
  })

  function onKeyDown(event: KeyboardEvent) {
    // With them the browser zooms the page.
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = ACTIONS.get(event.key)
    if (act !== undefined) act(window)
    else if (event.key === 'Escape' && place !== null) onPlace(null, true)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={stage}
      className="relative min-h-32 flex-1 cursor-crosshair touch-pan-y overflow-hidden -outline-offset-2 outline-accent has-[input:focus-visible]:outline-2"
    >
      {children}
      <input
        ref={slider}
        type="range"
        aria-label="Distance from mid"
        aria-valuetext={place === null ? `the whole window, ${windowText(window.percent)}` : placeText(place, window)}
        aria-keyshortcuts="+ - 0"
        min={-STOPS_A_SIDE}
        max={STOPS_A_SIDE}
        value={Math.round((place ?? 0) * STOPS_A_SIDE)}
        onChange={({ target }) => onPlace(Number(target.value) / STOPS_A_SIDE, true)}
        onKeyDown={onKeyDown}
        onBlur={() => onPlace(null, false)}
        className="pointer-events-none absolute inset-0 opacity-0"
      />
    </div>
  )
}

const ACTIONS: ReadonlyMap<string, (window: DepthWindow) => void> = new Map([
  ['+', ({ step }) => step('in')],
  ['=', ({ step }) => step('in')],
  ['-', ({ step }) => step('out')],
  ['_', ({ step }) => step('out')],
  ['0', ({ fit }) => fit()],
])

/** "0.25 % above mid". */
export function placeText(place: number, { percent }: DepthWindow): string {
  const { percent: distance } = distanceTexts(Math.abs(place) * percent, percent)
  return place === 0 ? 'at mid' : `${distance} ${place < 0 ? 'below' : 'above'} mid`
}
