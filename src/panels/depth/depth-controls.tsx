import type { ReactNode } from 'react'
import { windowText } from './distance-text'
import type { DepthWindow } from './use-depth-window'

/** The buttons between the readout's sides; wheel, fingers and keys do the same over the chart. */
export function DepthControls({ window }: { readonly window: DepthWindow }) {
  const { percent, isFitted, isNarrowest, isWidest, step, fit } = window
  return (
    <div className="flex items-center gap-1">
      <Control label="Zoom out" hint="Wider window (−)" off={isWidest} onClick={() => step('out')}>
        −
      </Control>
      <span className="min-w-[9ch] pl-1 font-medium whitespace-nowrap">{windowText(percent)}</span>
      <Control label="Zoom in" hint="Narrower window (+)" off={isNarrowest} onClick={() => step('in')}>
        +
      </Control>
      <Control label="Fit the book" hint="As wide as most of the book (0)" pressed={isFitted} onClick={fit}>
        Fit
      </Control>
    </div>
  )
}

interface ControlProps {
  readonly label: string
  readonly hint: string
  /** Not `disabled`: who gets there by keyboard would lose the place. */
  readonly off?: boolean
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Control({ label, hint, off = false, pressed, onClick, children }: ControlProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={off}
      title={hint}
      onClick={onClick}
      className={`flex h-5 min-w-[24px] items-center justify-center rounded border px-1 leading-none pointer-coarse:min-w-[24px] aria-disabled:opacity-40 ${
        pressed === true ? 'border-accent bg-accent-wash text-text' : 'border-line bg-raised text-muted hover:text-text'
      }`}
    >
      {children}
    </button>
  )
}
