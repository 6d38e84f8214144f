import { type KeyboardEvent, memo } from 'react'

interface RowStepperProps {
  readonly label: 'Asks' | 'Bids'
  readonly count: number
  readonly picked: number | null
  readonly onStep: (row: number | null) => void
}

/** Goes through the rows by keyboard: a slider, since that is what it is to those who do not see the rows. */
export const RowStepper = memo(function RowStepper({ label, count, picked, onStep }: RowStepperProps) {
  // Asks rise upwards and bids fall downwards; 0 is no row.
  const outwards = label === 'Asks' ? 1 : -1

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || picked === null) return
    event.preventDefault()
    onStep(null)
  }

  return (
    <>
      <input
        type="range"
        aria-label={`Sum up ${label.toLowerCase()}`}
        aria-valuetext={picked === null ? 'no level' : `level ${picked + 1}`}
        min={Math.min(0, outwards * count)}
        max={Math.max(0, outwards * count)}
        value={picked === null ? 0 : outwards * (picked + 1)}
        onChange={({ target }) => onStep(target.valueAsNumber === 0 ? null : Math.abs(target.valueAsNumber) - 1)}
        onKeyDown={onKeyDown}
        onBlur={() => onStep(null)}
        className="peer sr-only"
      />
      <div className="pointer-events-none absolute inset-0 z-20 hidden border-2 border-accent peer-focus-visible:block" />
    </>
  )
})
