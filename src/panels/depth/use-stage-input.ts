import { type RefObject, useEffect, useRef } from 'react'

interface StageInput {
  /** How far along the stage's width the pointer is, 0 to 1. */
  readonly onPoint: (part: number) => void
  readonly onLeave: () => void
  readonly onPress: () => void
  /** Above 1: the window is to be wider. */
  readonly onZoom: (factor: number) => void
}

/** A notch of a wheel, about 100 px, is a fifth; a pinch on a touchpad comes as a wheel with Ctrl, in much smaller steps. */
const WHEEL = 0.0018
const TOUCHPAD_PINCH = 0.01
const LINE_PX = 16
const PAGE_PX = 400
/** No single turn does more: e^0.5 is about a stop. */
const MAX_POWER = 0.5

function zoomOf({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const px = deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE_PX : 1
  const power = deltaY * px * (ctrlKey ? TOUCHPAD_PINCH : WHEEL)
  return Math.exp(Math.max(-MAX_POWER, Math.min(MAX_POWER, power)))
}

/** Pointer, wheel and two fingers over an element. React listens to the wheel passively, and could not keep the page still. */
export function useStageInput(stage: RefObject<HTMLElement | null>, input: StageInput): void {
  const latest = useRef(input)
  useEffect(() => {
    latest.current = input
  })
  useEffect(() => {
    const element = stage.current
    if (element === null) return
    const fingers = new Map<number, { readonly x: number; readonly y: number }>()

    function point({ clientX }: PointerEvent) {
      const { left, width } = element?.getBoundingClientRect() ?? { left: 0, width: 0 }
      if (width > 0) latest.current.onPoint((clientX - left) / width)
    }
    const spread = () => {
      const [one, other] = [...fingers.values()]
      return one === undefined || other === undefined ? null : Math.hypot(one.x - other.x, one.y - other.y)
    }
    function onMove(event: PointerEvent) {
      if (event.pointerType === 'mouse') return point(event)
      if (!fingers.has(event.pointerId)) return
      const before = spread()
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const after = spread()
      if (before === null || after === null) point(event)
      else if (after > 0 && before > 0) latest.current.onZoom(before / after)
    }
    function onDown(event: PointerEvent) {
      if (event.pointerType === 'mouse') return
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (fingers.size === 1) point(event)
    }
    const onUp = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId)
    // A finger that is lifted leaves too: what it pointed at stays, until the focus goes elsewhere.
    const onLeave = ({ pointerType }: PointerEvent) => pointerType === 'mouse' && latest.current.onLeave()
    // A tap brings one too. Left to itself, it would take the focus away.
    function onMouseDown(event: MouseEvent) {
      event.preventDefault()
      latest.current.onPress()
    }
    function onWheel(event: WheelEvent) {
      event.preventDefault()
      if (event.deltaY !== 0) latest.current.onZoom(zoomOf(event))
    }
    const onTouchMove = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault()
    }

    const controller = new AbortController()
    const { signal } = controller
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('pointerdown', onDown, { signal })
    element.addEventListener('pointerup', onUp, { signal })
    element.addEventListener('pointercancel', onUp, { signal })
    element.addEventListener('pointerleave', onLeave, { signal })
    element.addEventListener('mousedown', onMouseDown, { signal })
    element.addEventListener('wheel', onWheel, { signal, passive: false })
    element.addEventListener('touchmove', onTouchMove, { signal, passive: false })
    return () => controller.abort()
  }, [stage])
}
