import { useId } from 'react'

interface ChoiceProps<Value extends string | number> {
  /** What is chosen, for assistive technology. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly name: string }[]
  readonly selected: Value
  readonly onSelect: (value: Value) => void
}

/** A few values of which one holds, as a row of small keys: native radio buttons, so that arrows move between them. */
export function Choice<Value extends string | number>({ label, options, selected, onSelect }: ChoiceProps<Value>) {
  const group = useId()
  return (
    <fieldset className="flex h-5 shrink-0 rounded border border-line text-2xs">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: text, name }) => (
        <label
          key={value}
          className="relative flex cursor-pointer items-center px-1.5 text-muted first-of-type:rounded-l last:rounded-r hover:text-text has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent"
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
