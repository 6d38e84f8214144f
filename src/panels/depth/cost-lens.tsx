import { useId, useMemo } from 'react'
import type { Decimals } from '../../domain/decimals'
import { MAX_AMOUNT, MAX_FEE_BPS, MIN_AMOUNT } from '../../domain/preferences'
import type { Amount } from '../../domain/fill-cost'
import { usePreferences } from '../../store/preferences'
import { Choice } from '../../ui/choice'
import { CostFigures } from './cost-figures'
import { type TypedField, useTypedNumber } from './use-typed-number'

const AMOUNTS = { least: MIN_AMOUNT, most: MAX_AMOUNT }
const FEES = { least: 0, most: MAX_FEE_BPS }
const QUICK_USD = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['100k', 100_000],
] as const

interface CostLensProps {
  readonly base: string
  readonly decimals: Decimals
}

/** Type a size and see what buying and selling it at once would cost. */
export function CostLens({ base, decimals }: CostLensProps) {
  const unit = usePreferences((preferences) => preferences.costUnit)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const size = useTypedNumber(
    usePreferences((preferences) => preferences.costAmount),
    AMOUNTS,
    (costAmount) => prefer({ costAmount }),
  )
  const fee = useTypedNumber(
    usePreferences((preferences) => preferences.feeBps),
    FEES,
    (feeBps) => prefer({ feeBps }),
  )
  const problemId = useId()
  const problem = size.problem ?? fee.problem
  const { value } = size
  const amount = useMemo((): Amount | null => (value === null ? null : { unit, value }), [unit, value])

  function onQuick(usd: number) {
    prefer({ costUnit: 'quote' })
    size.choose(usd)
  }

  return (
    <section
      aria-label="Cost of a size"
      className="flex shrink-0 flex-col gap-1 overflow-y-auto border-line px-3 py-1.5 text-2xs not-@2xl:border-t @2xl:w-72 @2xl:border-l"
    >
      <div className="flex min-h-[24px] shrink-0 items-center gap-1">
        <NumberInput
          label="Size"
          field={size}
          problemId={size.problem === null ? undefined : problemId}
          className="flex-1"
        />
        {/* No list to fold out: with one in it, a browser lays the whole page out for each figure of the panel. */}
        <Choice
          label="Unit of the size"
          selected={unit}
          onSelect={(costUnit) => prefer({ costUnit })}
          options={[
            { value: 'quote', label: '$', name: 'Dollars' },
            { value: 'base', label: base, name: base },
          ]}
        />
      </div>
      <div className="flex min-h-[24px] shrink-0 items-center gap-1">
        {QUICK_USD.map(([name, usd]) => (
          <button
            key={name}
            type="button"
            aria-label={`Size of ${name} $`}
            aria-pressed={unit === 'quote' && size.value === usd}
            onClick={() => onQuick(usd)}
            className="h-5 rounded border border-line bg-raised px-1.5 text-muted hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-text"
          >
            ${name}
          </button>
        ))}
        <div className="ml-auto flex items-center gap-1">
          <NumberInput
            label="Fee"
            field={fee}
            problemId={fee.problem === null ? undefined : problemId}
            className="w-10"
          />
          <span className="text-muted">bps</span>
        </div>
      </div>
      <CostFigures
        amount={amount}
        feeBps={fee.value}
        base={base}
        decimals={decimals}
        problem={problem === null ? null : <span id={problemId}>{problem}</span>}
      />
    </section>
  )
}

interface NumberInputProps {
  readonly label: string
  readonly field: TypedField
  /** Of the element that says what is wrong. */
  readonly problemId: string | undefined
  readonly className: string
}

function NumberInput({ label, field, problemId, className }: NumberInputProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={field.text}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onChange={({ target }) => field.type(target.value)}
        onBlur={field.settle}
        className={`h-6 min-w-0 rounded border border-edge bg-bg px-1.5 text-right aria-invalid:border-warn ${className}`}
      />
    </>
  )
}
