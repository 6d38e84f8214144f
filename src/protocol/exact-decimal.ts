/**
 * The reference for the tests of decimals: exact arithmetic on integers of any size, which shares nothing with the code
 * under test (no parsing of decimals by the engine, no division of doubles).
 */

/** The double nearest to the decimal text / 10^shift, ties to even; Infinity beyond the range, 0 below it. */
export function nearestDouble(text: string, shift: number): number {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (parts === null) throw new Error(`no decimal: ${text}`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const digits = BigInt(whole + fraction)
  if (digits === 0n) return 0
  const power = BigInt(exponent) - BigInt(fraction.length) - BigInt(shift)
  if (power > 400n) return sign === '-' ? -Infinity : Infinity
  if (power < -600n) return 0
  const size = power >= 0n ? nearestOfRatio(digits * 10n ** power, 1n) : nearestOfRatio(digits, 10n ** -power)
  return sign === '-' && size !== 0 ? -size : size
}

function nearestOfRatio(numerator: bigint, denominator: bigint): number {
  // value = mantissa · 2^exponent with a mantissa of 53 bits; fewer where the exponent can't go lower.
  let exponent = Math.max(bitLength(numerator) - bitLength(denominator) - 53, -1074)
  let mantissa = roundedQuotient(numerator, denominator, exponent)
  if (mantissa >= 1n << 53n) {
    exponent += 1
    mantissa = roundedQuotient(numerator, denominator, exponent)
  }
  if (exponent > 971) return Infinity
  return Number(mantissa) * 2 ** exponent
}

/** numerator / (denominator · 2^exponent), rounded half to even. */
function roundedQuotient(numerator: bigint, denominator: bigint, exponent: number): bigint {
  const top = exponent < 0 ? numerator << BigInt(-exponent) : numerator
  const bottom = exponent > 0 ? denominator << BigInt(exponent) : denominator
  const quotient = top / bottom
  const twiceRest = (top % bottom) * 2n
  const roundsUp = twiceRest > bottom || (twiceRest === bottom && quotient % 2n === 1n)
  return roundsUp ? quotient + 1n : quotient
}

function bitLength(value: bigint): number {
  return value.toString(2).length
}
