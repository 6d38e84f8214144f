import { useId } from 'react'

interface ChoiceProps<Value extends string | number> {
  /** What is chosen, for assistive technology. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly name: string }[]
  readonly selected: Value
  readonly onSelect: (value: Value) => void
  /** `large`: for a form with room. */
  readonly size?: 'small' | 'large'
}

const SIZES = {
  small: { row: 'h-5 text-2xs pointer-coarse:h-[26px]', key: 'px-1.5' },
  large: { row: 'h-7 text-xs', key: 'px-2.5' },
}

/** A few values of which one holds, as a row of small keys: native radio buttons, so that arrows move between them. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, options, selected, onSelect, size = 'small' } = props
  const group = useId()
  return (
    <fieldset className={`flex shrink-0 rounded border border-line ${SIZES[size].row}`}>
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: text, name }) => (
        <label
          key={value}
          className={`relative flex min-w-[24px] cursor-pointer items-center justify-center text-muted ${SIZES[size].key} first-of-type:rounded-l last:rounded-r hover:text-text has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent`}
        >
          <input
            type="radio"
            name={group}
            aria-label={name}
            checked={value === selected}
            onChange={() => onSelect(value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
