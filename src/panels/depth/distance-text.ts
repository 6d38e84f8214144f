import { formatFixed } from '../../ui/format'

/** A window's half: "±0.25 %", three digits at most. */
export function windowText(percent: number): string {
  return `±${Number(percent.toPrecision(3))} %`
}

/** A distance within a window, always in the same number of decimals: "0.25 %" and "25.0 bps". */
export function distanceTexts(
  percent: number,
  windowPercent: number,
): { readonly percent: string; readonly bps: string } {
  const decimals = Math.max(1, 2 - Math.floor(Math.log10(windowPercent)))
  const shown = (value: number, digits: number) => formatFixed(Number(value.toFixed(digits)), digits)
  return { percent: `${shown(percent, decimals)} %`, bps: `${shown(percent * 100, decimals - 1)} bps` }
}

/** As many decimals of a price as tell two ticks apart, one more, and never more than the market has. */
export function axisDecimals(tickDistance: number, priceDecimals: number): number {
  return Math.min(priceDecimals, Math.max(0, 1 - Math.floor(Math.log10(tickDistance))))
}

/** A size on the axis: 5,400, 12.5K, 1.25M. */
export function axisSize(size: number): string {
  if (size >= 1e6) return `${Number((size / 1e6).toPrecision(3))}M`
  if (size >= 1e4) return `${Number((size / 1e3).toPrecision(3))}K`
  return size >= 1e3 ? formatFixed(size, 0) : String(size)
}
