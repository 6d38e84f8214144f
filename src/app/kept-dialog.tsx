import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { sameAddress, shortAddress } from '../domain/address'
import { cleanName, type KeptAddress, MAX_NAME } from '../domain/watch-list'
import { useStore } from '../store/store'
import { useWatchList } from '../store/watch-list'
import { Dialog } from '../ui/dialog'
import { ShortText } from '../ui/figures'

interface KeptDialogProps {
  readonly onClose: () => void
}

interface Removed {
  readonly entry: KeptAddress
  /** Where it stood. */
  readonly index: number
}

const BUTTON = 'h-7 rounded border border-line bg-raised px-2 hover:border-accent'

const labelOf = ({ name, address }: KeptAddress) => (name === '' ? shortAddress(address) : name)

/** The kept addresses, to watch one again, to name it otherwise or to remove it. */
export function KeptDialog({ onClose }: KeptDialogProps) {
  const { list, stored, add, rename, remove } = useWatchList()
  const watched = useStore((state) => state.watch?.address ?? null)
  const setWatch = useStore((state) => state.setWatch)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [full, setFull] = useState(false)

  function watch({ address, asProfile }: KeptAddress) {
    setWatch({ address, fromLink: false, asProfile })
    onClose()
  }
  function drop(entry: KeptAddress, index: number) {
    remove(entry.address)
    setRemoved({ entry, index })
  }
  function undo({ entry, index }: Removed) {
    setFull(!add(entry, index))
    setRemoved(null)
  }

  return (
    <Dialog title="Kept addresses" onClose={onClose}>
      <div className="grid gap-3">
        {!stored && (
          <p role="alert" className="rounded bg-warn-wash px-3 py-2 text-warn">
            This browser did not take the last change: it holds until the page is closed.
          </p>
        )}
        {list.length === 0 && (
          <p className="text-muted">Nothing is kept. While an address is watched, “Keep” stands beside it.</p>
        )}
        <ul aria-label="Kept addresses" className="grid divide-y divide-line empty:hidden">
          {list.map((entry, index) => (
            <li key={entry.address} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              {renaming === entry.address ? (
                <Rename entry={entry} onName={(name) => rename(entry.address, name)} onDone={() => setRenaming(null)} />
              ) : (
                <Kept
                  entry={entry}
                  onShow={watched !== null && sameAddress(watched, entry.address)}
                  onWatch={() => watch(entry)}
                  onRename={() => setRenaming(entry.address)}
                  onRemove={() => drop(entry, index)}
                />
              )}
            </li>
          ))}
        </ul>
        <output className="flex items-center gap-3 empty:hidden">
          {removed !== null && (
            <>
              “{labelOf(removed.entry)}” is removed.
              <Undo onUndo={() => undo(removed)} />
            </>
          )}
          {full && 'Another tab has filled the list meanwhile: remove one first.'}
        </output>
        <p className="text-2xs text-muted">Kept in this browser alone, for every network.</p>
      </div>
    </Dialog>
  )
}

interface KeptProps {
  readonly entry: KeptAddress
  readonly onShow: boolean
  readonly onWatch: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

function Kept({ entry, onShow, onWatch, onRename, onRemove }: KeptProps) {
  const label = labelOf(entry)
  return (
    <>
      <div className="min-w-0 flex-1">
        {entry.name !== '' && (
          <p className="truncate font-medium" title={entry.name}>
            {entry.name}
          </p>
        )}
        <p className="flex items-center gap-2 text-muted">
          <ShortText full={entry.address} short={shortAddress(entry.address)} what={`address of ${label}`} />
          {entry.asProfile && 'a profile'}
          {onShow && <span className="text-accent">on show</span>}
        </p>
      </div>
      <button type="button" aria-label={`Watch ${label}`} onClick={onWatch} className={BUTTON}>
        Watch
      </button>
      <button type="button" aria-label={`Rename ${label}`} onClick={onRename} className={BUTTON}>
        Rename
      </button>
      <button type="button" aria-label={`Remove ${label}`} onClick={onRemove} className={BUTTON}>
        Remove
      </button>
    </>
  )
}

interface RenameProps {
  readonly entry: KeptAddress
  readonly onName: (name: string) => void
  readonly onDone: () => void
}

function Rename({ entry, onName, onDone }: RenameProps) {
  const [name, setName] = useState(entry.name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  function submit(event: SubmitEvent) {
    event.preventDefault()
    onName(cleanName(name))
    onDone()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    // It leaves the name as it was, not the dialog.
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <form onSubmit={submit} className="flex min-w-0 flex-1 items-center gap-2">
      <input
        ref={field}
        aria-label={`Name of ${shortAddress(entry.address)}`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder="No name"
        maxLength={MAX_NAME}
        autoComplete="off"
        className="h-7 min-w-0 flex-1 rounded border border-edge bg-bg px-2"
      />
      <button type="submit" className={BUTTON}>
        Save
      </button>
      <button type="button" onClick={onDone} className={BUTTON}>
        Cancel
      </button>
    </form>
  )
}

/** Takes the focus from the row that has gone. */
function Undo({ onUndo }: { readonly onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <button ref={button} type="button" onClick={onUndo} className={BUTTON}>
      Undo
    </button>
  )
}
