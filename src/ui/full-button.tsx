import { use, useLayoutEffect, useRef } from 'react'
import { FrameContext } from './frame'

/** Lets a panel fill the window and come back. The focus goes along, and back to where it was. */
export function FullButton({ label }: { readonly label: string }) {
  const frame = use(FrameContext)
  const full = frame?.full === true
  const button = useRef<HTMLButtonElement>(null)
  const left = useRef<HTMLElement | null>(null)

  useLayoutEffect(() => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const isHere = button.current?.closest('section')?.contains(focused) === true
    if (full && !isHere) {
      left.current = focused
      button.current?.focus({ preventScroll: true })
    }
    if (full) return
    // A reader who has gone on to the header meanwhile stays there.
    if (isHere && left.current === document.body) focused?.blur()
    else if (isHere) left.current?.focus({ preventScroll: true })
    left.current = null
  }, [full])

  if (frame === null) return null
  const { onFull, shortcut } = frame
  return (
    <button
      ref={button}
      type="button"
      aria-label={`${label} in the whole window`}
      aria-pressed={full}
      aria-keyshortcuts={shortcut ?? undefined}
      title={full ? 'Back to its place (Esc)' : `Fill the window${shortcut === null ? '' : ` (${shortcut})`}`}
      onClick={() => onFull(!full)}
      className="-mr-1.5 grid size-[24px] shrink-0 place-items-center rounded text-faint hover:bg-raised hover:text-text"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 fill-none stroke-current" strokeWidth="1.5">
        <path d={full ? 'M6 2v4H2M10 14v-4h4' : 'M10 2h4v4M6 14H2v-4'} />
      </svg>
    </button>
  )
}
