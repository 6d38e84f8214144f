import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  /** `side`: a drawer at the right edge, as high as the page. */
  readonly place?: 'middle' | 'side'
  readonly children: ReactNode
}

// On a phone both are sheets as wide as the page, within the thumb's reach.
const PLACES = {
  middle:
    'm-auto max-h-[85dvh] w-[30rem] rounded-lg max-sm:mb-0 max-sm:w-screen max-sm:rounded-b-none max-sm:border-x-0',
  side: 'fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-dvh w-[48rem] rounded-l-lg max-sm:w-screen max-sm:rounded-none max-sm:border-0',
}

/** A modal dialog, open as long as it is drawn: the browser keeps the focus inside, closes it by Esc and gives the focus back. */
export function Dialog({ title, onClose, place = 'middle', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Taken out of the page while it is open, it would keep the focus to itself.
    return () => element?.close()
  }, [])

  useEffect(() => {
    const element = dialog.current
    // The dialog has no padding of its own: a press on the element itself is one on the backdrop.
    const onPress = (event: Event) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', onPress)
    return () => element?.removeEventListener('click', onPress)
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className={`max-w-[100vw] border border-line bg-panel p-0 whitespace-normal text-text shadow-xl backdrop:bg-black/60 ${PLACES[place]}`}
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line px-4 max-sm:h-12">
          <h2 id={id} className="min-w-0 truncate text-sm font-semibold">
            {title}
          </h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="ml-auto h-6 shrink-0 rounded border border-line bg-raised px-2 text-xs hover:border-accent max-sm:h-8 max-sm:px-3"
          >
            Close
          </button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto p-4 text-xs">{children}</div>
      </div>
    </dialog>
  )
}
