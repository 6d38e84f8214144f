/** How a cost grows with what it may depend on. */

export type GrowthKind = 'falling' | 'flat' | 'less than linear' | 'linear' | 'worse than linear'

export interface CurvePoint {
  readonly x: number
  readonly y: number
}

/**
 * The exponent k of the power law y ~ x^k that lies nearest: the least squares' slope of log y over log x. Points at 0 have no
 * logarithm and are left out. NaN where fewer than two different x are left.
 */
export function logLogSlope(points: readonly CurvePoint[]): number {
  const logs = points.flatMap(({ x, y }) => (x > 0 && y > 0 ? { x: Math.log(x), y: Math.log(y) } : []))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(logs.map(({ x }) => x))
  const meanY = mean(logs.map(({ y }) => y))
  let above = 0
  let below = 0
  for (const { x, y } of logs) {
    above += (x - meanX) * (y - meanY)
    below += (x - meanX) ** 2
  }
  return above / below
}

const FLAT = 0.15
const LINEAR = { from: 0.85, to: 1.15 }

export function kindOf(slope: number): GrowthKind {
  if (slope <= -FLAT) return 'falling'
  if (slope < FLAT) return 'flat'
  if (slope < LINEAR.from) return 'less than linear'
  return slope <= LINEAR.to ? 'linear' : 'worse than linear'
}
