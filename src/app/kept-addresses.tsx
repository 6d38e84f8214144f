import { useState } from 'react'
import { useWatchList } from '../store/watch-list'
import { KeptDialog } from './kept-dialog'

interface KeptAddressesProps {
  /** Its button leaves with the last address: the focus has to go somewhere. */
  readonly onNone: () => void
}

/** The way to the addresses kept in this browser, at the left end of the watch field; nothing while there are none. */
export function KeptAddresses({ onNone }: KeptAddressesProps) {
  const count = useWatchList(({ list }) => list.length)
  const [open, setOpen] = useState(false)
  function close() {
    setOpen(false)
    if (count === 0) onNone()
  }
  if (count === 0 && !open) return null
  return (
    <>
      <button
        type="button"
        aria-label="Kept addresses"
        aria-haspopup="dialog"
        aria-expanded={open}
        title="Kept addresses"
        onClick={() => setOpen(true)}
        className="absolute top-px left-px z-[1] grid h-[calc(100%-2px)] w-7 place-items-center rounded-l bg-bg text-accent hover:bg-raised"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 fill-current">
          <path d="m8 1.6 1.9 4.1 4.5.6-3.3 3.1.9 4.5L8 11.7l-4 2.2.9-4.5L1.6 6.3l4.5-.6z" />
        </svg>
      </button>
      {open && <KeptDialog onClose={close} />}
    </>
  )
}
