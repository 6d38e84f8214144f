import type { FundingSample } from '../../domain/funding-history'

interface SparklineProps {
  /** Oldest first. */
  readonly samples: readonly FundingSample[]
  /** What the picture tells, in words. */
  readonly label: string
}

const WIDTH = 60
const HEIGHT = 9
/** Room for the line's own width. */
const EDGE = 1

/** The course of a rate: times from left to right, rates upwards; a broken line marks 0 where the rates lie on both sides. */
export function Sparkline({ samples, label }: SparklineProps) {
  const { points, zeroY } = sparkPoints(samples, WIDTH, HEIGHT)
  const end = points.at(-1)
  if (end === undefined) return null
  return (
    <figure aria-label={label} title={label}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="block h-2.5 w-15 fill-none stroke-accent">
        {zeroY !== null && <path d={`M0 ${zeroY}H${WIDTH}`} className="stroke-faint" strokeDasharray="2 2" />}
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} strokeWidth="1.25" />
        <circle cx={end.x} cy={end.y} r="1" className="fill-accent" />
      </svg>
    </figure>
  )
}

interface SparkPoints {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Where 0 lies; null where it is not between the rates. */
  readonly zeroY: number | null
}

/** Places of the samples in a picture of that size; y grows downwards. One rate alone, or one that never moves, is in the middle. */
export function sparkPoints(samples: readonly FundingSample[], width: number, height: number): SparkPoints {
  const rates = samples.map(({ rate }) => rate)
  const low = Math.min(...rates)
  const span = Math.max(...rates) - low
  const startMs = samples[0]?.timeMs ?? 0
  const lengthMs = (samples.at(-1)?.timeMs ?? 0) - startMs
  const inside = (share: number, size: number) => EDGE + share * (size - 2 * EDGE)
  const yOf = (rate: number) => inside(span === 0 ? 0.5 : 1 - (rate - low) / span, height)
  return {
    points: samples.map(({ timeMs, rate }) => ({
      x: inside(lengthMs === 0 ? 0.5 : (timeMs - startMs) / lengthMs, width),
      y: yOf(rate),
    })),
    zeroY: low < 0 && low + span > 0 ? yOf(0) : null,
  }
}
