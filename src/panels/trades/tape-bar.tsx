import { useId, useState } from 'react'
import { MAX_TRADE_USD } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'

/** What the rows of the tape are: a match or a transaction each, from which value on, and which ones are called large. */
export function TapeBar() {
  const grouped = usePreferences((preferences) => preferences.groupTrades)
  const minUsd = usePreferences((preferences) => preferences.minTradeUsd)
  const largeUsd = usePreferences((preferences) => preferences.largeTradeUsd)
  const prefer = usePreferences((preferences) => preferences.prefer)
  return (
    <div className="flex h-7 min-h-[27px] shrink-0 items-center gap-2 border-b border-line px-3 text-2xs text-muted">
      <button
        type="button"
        aria-pressed={grouped}
        title="One row a transaction and side, with the number of its matches and their prices"
        onClick={() => prefer({ groupTrades: !grouped })}
        className="h-5 rounded border border-line bg-raised px-1.5 hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-text"
      >
        Group
      </button>
      <DollarField
        label="Min"
        hint="Smaller rows are hidden"
        value={minUsd}
        onValue={(usd) => prefer({ minTradeUsd: usd })}
      />
      <DollarField
        label="Large"
        hint="Rows from this value on are marked"
        value={largeUsd}
        onValue={(usd) => prefer({ largeTradeUsd: usd })}
      />
    </div>
  )
}

interface DollarFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: number
  readonly onValue: (usd: number) => void
}

/** An amount in the quote currency, taken over with every key that leaves one; empty is 0. */
function DollarField({ label, hint, value, onValue }: DollarFieldProps) {
  const id = useId()
  const [text, setText] = useState(String(value))
  const isWrong = toUsd(text) === null

  function onType(typed: string) {
    setText(typed)
    const usd = toUsd(typed)
    if (usd !== null) onValue(usd)
  }

  return (
    <span className="flex min-w-0 items-center gap-1" title={hint}>
      <label htmlFor={id}>{label} $</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong}
        onChange={({ target }) => onType(target.value)}
        // What could not be taken over does not stay as if it had been.
        onBlur={() => isWrong && setText(String(value))}
        className="h-5 w-14 min-w-0 rounded border border-edge bg-raised px-1 text-right text-text aria-invalid:border-warn"
      />
    </span>
  )
}

function toUsd(text: string): number | null {
  const plain = text.replaceAll(/[\s,]/g, '')
  const usd = /^\d*\.?\d*$/.test(plain) && plain !== '.' ? Number(plain) : Number.NaN
  return usd >= 0 && usd <= MAX_TRADE_USD ? usd : null
}
