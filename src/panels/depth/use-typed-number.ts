import { useState } from 'react'
import { decimalsOf } from '../../domain/decimals'
import { readNumber } from '../../domain/number-text'
import { decimalPoint, formatFixed } from '../../ui/format'

export interface TypedField {
  readonly text: string
  /** Why it is no value to reckon with, for the reader; null when it is one, or nothing is typed in. */
  readonly problem: string | null
  /** null while there is none to reckon with. */
  readonly value: number | null
  readonly type: (text: string) => void
  /** Prints what was understood: "2k" becomes "2,000". */
  readonly settle: () => void
  /** Takes a value from elsewhere. */
  readonly choose: (value: number) => void
}

interface Limits {
  readonly least: number
  readonly most: number
}

/** A number typed in and kept elsewhere (`kept`); what can't be taken is not kept, and stays to be mended. */
export function useTypedNumber(kept: number, limits: Limits, keep: (value: number) => void): TypedField {
  const [typed, setTyped] = useState<string | null>(null)
  const { value, problem } = typed === null ? { value: kept, problem: null } : take(typed, limits)

  function type(text: string) {
    setTyped(text)
    const taken = take(text, limits).value
    if (taken !== null) keep(taken)
  }
  function choose(next: number) {
    setTyped(null)
    keep(next)
  }
  const settle = () => value !== null && setTyped(null)
  return { text: typed ?? printNumber(kept), problem, value, type, settle, choose }
}

export function printNumber(value: number): string {
  return formatFixed(value, decimalsOf(value))
}

function take(text: string, { least, most }: Limits): Pick<TypedField, 'value' | 'problem'> {
  if (text.trim() === '') return { value: null, problem: null }
  const read = readNumber(text, decimalPoint())
  if ('problem' in read) return { value: null, problem: read.problem }
  if (read.value > most) return { value: null, problem: `At most ${printNumber(most)}, please.` }
  if (read.value < least) return { value: null, problem: read.value === 0 ? 'More than zero, please.' : 'Too small.' }
  return { value: read.value, problem: null }
}
