import { type ReactNode, useEffect, useRef, useState } from 'react'

interface ToastProps {
  readonly id: number
  readonly tone?: 'plain' | 'warn'
  /** Then it closes by itself; null: it stays until it is closed. */
  readonly lastsMs: number | null
  /** Its time begins anew when this changes. */
  readonly version: number
  /** What a press on it does, for its title. */
  readonly opens: string
  readonly onOpen: () => void
  /** The same function at every render: another one would begin its time anew. */
  readonly onClose: (id: number) => void
  readonly children: ReactNode
}

const TONES = { plain: 'border-edge bg-panel', warn: 'border-warn bg-warn-wash text-warn' }

/** A few lines at the page's edge. Its time stands still while it is pointed at or has the focus, and while nobody sees the page. */
export function Toast({ id, tone = 'plain', lastsMs, version, opens, onOpen, onClose, children }: ToastProps) {
  const frame = useRef<HTMLDivElement>(null)
  const held = useHeld(frame)
  const left = useRef({ version, ms: lastsMs ?? 0 })

  useEffect(() => {
    if (held || lastsMs === null) return
    if (left.current.version !== version) left.current = { version, ms: lastsMs }
    const { ms } = left.current
    const beganMs = performance.now()
    const timer = setTimeout(onClose, ms, id)
    return () => {
      clearTimeout(timer)
      left.current = { version, ms: ms - (performance.now() - beganMs) }
    }
  }, [held, lastsMs, version, id, onClose])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Nothing else is closed by the same press.
      event.stopPropagation()
      onClose(id)
    }
    const element = frame.current
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [id, onClose])

  return (
    <div
      ref={frame}
      className={`pointer-events-auto flex items-start rounded-md border shadow-lg transition starting:translate-y-2 starting:opacity-0 ${TONES[tone]}`}
    >
      <button
        type="button"
        title={opens}
        onClick={() => {
          onOpen()
          onClose(id)
        }}
        className="min-w-0 flex-1 rounded-md px-3 py-2 text-left text-xs wrap-anywhere -outline-offset-2"
      >
        {children}
      </button>
      <button
        type="button"
        aria-label="Close"
        title="Close (Esc)"
        onClick={() => onClose(id)}
        className="m-1 grid size-6 shrink-0 place-items-center rounded text-muted hover:bg-raised hover:text-text"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 stroke-current" strokeWidth="1.5">
          <path d="m3 3 10 10m0-10L3 13" />
        </svg>
      </button>
    </div>
  )
}

function useHeld(frame: { readonly current: HTMLElement | null }): boolean {
  const [held, setHeld] = useState(document.hidden)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const controller = new AbortController()
    const { signal } = controller
    let pointed = false
    let focused = element.contains(document.activeElement)
    const look = () => setHeld(pointed || focused || document.hidden)
    const on = (type: string, note: (event: Event) => void) =>
      element.addEventListener(
        type,
        (event) => {
          note(event)
          look()
        },
        { signal },
      )
    on('pointerenter', () => (pointed = true))
    on('pointerleave', () => (pointed = false))
    on('focusin', () => (focused = true))
    on('focusout', () => (focused = false))
    document.addEventListener('visibilitychange', look, { signal })
    look()
    return () => controller.abort()
  }, [frame])
  return held
}
