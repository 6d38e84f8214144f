import { readOrderId } from './order-id'

/**
 * Running cross-checks of units. The two generations of the exchange's messages differ by powers of ten, so a wrong scale
 * shows as a factor of 10 or more between figures that should be alike. One mismatch may be a fast market or an order far
 * away and only goes to the diagnostics; two independent ones that agree are strong evidence.
 */
export interface UnitFigures {
  readonly mid: number | null
  readonly lastPrice: number | null
  readonly orders: readonly { readonly orderId: string; readonly price: number }[]
  /** Decimals of the integer price inside this market's order ids, where known. */
  readonly idDecimals: number | null
}

export interface UnitFinding {
  readonly check: 'book against tape' | 'order id against price'
  /** log10 of the factor between the two figures, rounded; never 0. */
  readonly powerOfTen: number
}

const power = (ratio: number) => Math.round(Math.log10(ratio)) || 0

export function findUnitMismatches({ mid, lastPrice, orders, idDecimals }: UnitFigures): UnitFinding[] {
  const findings: UnitFinding[] = []
  // A factor of 10 exactly and more: log10 is not rounded up from 5.
  const between = mid === null || lastPrice === null || lastPrice === 0 ? 0 : Math.log10(mid / lastPrice)
  if (Math.abs(between) >= 1) findings.push({ check: 'book against tape', powerOfTen: power(10 ** between) })
  if (idDecimals !== null) {
    for (const order of orders) {
      const decimals = decimalsInOrderId(order)
      if (decimals === null || decimals === idDecimals) continue
      findings.push({ check: 'order id against price', powerOfTen: decimals - idDecimals })
      break
    }
  }
  return findings
}

/** A sentence when two independent checks agree; else null. */
export function unitDoubt(findings: readonly UnitFinding[]): string | null {
  const tape = findings.find(({ check }) => check === 'book against tape')
  const id = findings.find(({ check }) => check === 'order id against price')
  if (tape === undefined || id === undefined || Math.abs(tape.powerOfTen) !== Math.abs(id.powerOfTen)) return null
  return `book, trades and order ids disagree by a factor of 10^${Math.abs(tape.powerOfTen)}`
}

/**
 * Power of ten between the integer price in an order's id and its price as shown: 6002 and 6.002 give 3. null for an order
 * that never rested, and where the two are no power of ten apart.
 */
export function decimalsInOrderId({
  orderId,
  price,
}: {
  readonly orderId: string
  readonly price: number
}): number | null {
  const facts = readOrderId(orderId)
  if (facts === null || !facts.rested || facts.integerPrice === 0 || price <= 0) return null
  const exact = Math.log10(facts.integerPrice / price)
  const rounded = Math.round(exact)
  return Math.abs(exact - rounded) < 1e-6 ? rounded : null
}
