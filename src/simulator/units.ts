/** Integers to human decimals and back, exactly. The exchange counts in ticks, lots and atoms; only the wire has dots. */

/** value / 10^decimals as plain decimal text without trailing zeros. */
export function formatUnits(value: number | bigint, decimals: number): string {
  const digits = String(value < 0 ? -value : value).padStart(decimals + 1, '0')
  const sign = value < 0 ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' || decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** Inverse of formatUnits for positive amounts. Throws RangeError on other text, or on more decimals than the market has. */
export function parseUnits(text: string, decimals: number): number {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text)
  const fraction = (parts?.[2] ?? '').replace(/0+$/, '')
  if (parts === null || fraction.length > decimals) {
    throw new RangeError(`"${text}" is no amount with at most ${decimals} decimals`)
  }
  const units = Number(`${parts[1]}${fraction.padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(units) || units <= 0) throw new RangeError(`"${text}" is out of range`)
  return units
}
