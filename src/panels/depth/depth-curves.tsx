import { memo, useId } from 'react'
import type { DepthCurves } from '../../domain/depth'

interface DepthCurvesPictureProps {
  readonly curves: DepthCurves
  /** The size at the upper edge, in base units. */
  readonly top: number
}

const HEIGHT = 1000

/** Both sides as stepped areas that fill the plot, two shapes each: a chart's library costs ten times as much here. */
export const DepthCurvesPicture = memo(function DepthCurvesPicture({ curves, top }: DepthCurvesPictureProps) {
  const steps = curves.bids.length - 1
  return (
    <svg
      data-depth-curves=""
      viewBox={`0 0 ${2 * steps} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full in-[.dimmed]:opacity-35"
    >
      <Side sizes={curves.bids} top={top} from={steps} direction={-1} tone="text-up" />
      <Side sizes={curves.asks} top={top} from={steps} direction={1} tone="text-down" />
    </svg>
  )
})

interface SideProps {
  readonly sizes: readonly number[]
  readonly top: number
  /** The mid's place. */
  readonly from: number
  readonly direction: 1 | -1
  readonly tone: string
}

function Side({ sizes, top, from, direction, tone }: SideProps) {
  const id = useId()
  const edge = from + direction * (sizes.length - 1)
  const line = stepPath(sizes, top, from, direction)
  return (
    <g className={tone}>
      <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="currentColor" stopOpacity="0.35" />
        <stop offset="1" stopColor="currentColor" stopOpacity="0.08" />
      </linearGradient>
      <path d={`${line}H${edge}V${HEIGHT}Z`} fill={`url(#${id})`} />
      <path d={line} fill="none" stroke="currentColor" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </g>
  )
}

/** From the ground at the mid outwards; a size holds until the next one is reached. Equal ones make one line. */
export function stepPath(sizes: readonly number[], top: number, from: number, direction: 1 | -1): string {
  let path = `M${from} ${HEIGHT}`
  let height = HEIGHT
  for (const [step, size] of sizes.entries()) {
    const next = Math.round(HEIGHT * (1 - size / top) * 10) / 10
    if (next === height) continue
    height = next
    path += `H${from + direction * step}V${height}`
  }
  return `${path}H${from + direction * (sizes.length - 1)}`
}
