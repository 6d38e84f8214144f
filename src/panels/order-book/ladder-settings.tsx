import { useEffect, useId, useRef, useState } from 'react'
import { usePreferences } from '../../store/preferences'

const DISTANCES_BPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** A button and the little settings behind it; they close with Escape, and when the reader turns elsewhere. */
export function LadderSettings() {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!open) return
    const listening = new AbortController()
    const { signal } = listening
    function onElsewhere({ target }: Event) {
      if (target instanceof Node && frame.current?.contains(target) !== true) setOpen(false)
    }
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onElsewhere, { signal })
    document.addEventListener('focusin', onElsewhere, { signal })
    document.addEventListener('keydown', onKey, { signal })
    return () => listening.abort()
  }, [open])

  return (
    <div ref={frame} className="relative ml-auto">
      <button
        ref={button}
        type="button"
        aria-label="Ladder settings"
        title="Ladder settings"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className={`flex size-5 shrink-0 items-center pointer-coarse:min-w-[24px] justify-center rounded border hover:text-text ${
          open ? 'border-line bg-raised text-text' : 'border-transparent'
        }`}
      >
        <SlidersIcon />
      </button>
      {open && <Fields id={id} />}
    </div>
  )
}

function Fields({ id }: { readonly id: string }) {
  const imbalanceBps = usePreferences((preferences) => preferences.imbalanceBps)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const distances = [...new Set([...DISTANCES_BPS, imbalanceBps])].sort((a, b) => a - b)
  return (
    <fieldset
      id={id}
      className="absolute top-6 right-0 z-20 grid w-60 grid-cols-[1fr_auto] items-center gap-x-3 gap-y-2 rounded whitespace-nowrap border border-line bg-raised p-3 shadow-lg"
    >
      <legend className="sr-only">Ladder settings</legend>
      <label htmlFor={`${id}-bps`}>Imbalance within</label>
      <select
        id={`${id}-bps`}
        value={imbalanceBps}
        onChange={(event) => prefer({ imbalanceBps: Number(event.target.value) })}
        className="h-6 w-24 rounded border border-line bg-panel px-1 text-text"
      >
        {distances.map((distance) => (
          <option key={distance} value={distance}>
            ± {distance} bps
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-dim`}>Dim levels below $</label>
      <DimBelow id={`${id}-dim`} />
    </fieldset>
  )
}

/** Takes what is typed as soon as it is an amount; nothing at all dims nothing. */
function DimBelow({ id }: { readonly id: string }) {
  const dimBelowUsd = usePreferences((preferences) => preferences.dimBelowUsd)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const [text, setText] = useState(dimBelowUsd === 0 ? '' : String(dimBelowUsd))

  function onChange(typed: string) {
    setText(typed)
    const amount = Number(typed)
    if (Number.isFinite(amount) && amount >= 0) prefer({ dimBelowUsd: amount })
  }

  return (
    <input
      id={id}
      type="number"
      min="0"
      step="any"
      placeholder="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      className="h-6 w-24 rounded border border-edge bg-panel px-1 text-right text-text placeholder:text-faint"
    />
  )
}

function SlidersIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 fill-none stroke-current" strokeWidth="1.5">
      <path d="M2 5h5m4 0h3M2 11h2m4 0h6" />
      <circle cx="9" cy="5" r="2" />
      <circle cx="6" cy="11" r="2" />
    </svg>
  )
}
