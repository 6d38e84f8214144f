import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { findKept, MAX_KEPT, MAX_NAME } from '../../domain/watch-list'
import type { Watch } from '../../store/store'
import { useWatchList } from '../../store/watch-list'

const BUTTON = 'h-6 min-h-[24px] rounded border border-line bg-raised px-2 hover:border-accent'

/** That a watched address is kept, and the reader’s own name for it: beside the address, never in its place. */
export function KeptName({ address }: { readonly address: string }) {
  const kept = useWatchList(({ list }) => findKept(list, address))
  if (kept === undefined) return null
  return (
    <span
      className="flex min-w-0 max-w-60 items-center gap-1 font-semibold"
      title={kept.name || 'Kept in this browser'}
    >
      <span aria-hidden="true" className="text-accent">
        ★
      </span>
      <span className="sr-only">Kept</span>
      <span className="truncate">{kept.name}</span>
    </span>
  )
}

/** Keeps the watched address in this browser, if the reader wants it, under a name of his own. Keyed by the address. */
export function KeepAddress({ watch: { address, asProfile } }: { readonly watch: Watch }) {
  const kept = useWatchList(({ list }) => findKept(list, address) !== undefined)
  const stored = useWatchList((state) => state.stored)
  const add = useWatchList((state) => state.add)
  const [naming, setNaming] = useState(false)
  const [done, setDone] = useState<'kept' | 'full' | null>(null)

  function keep(name: string) {
    setDone(add({ address, name, asProfile }) ? 'kept' : 'full')
    setNaming(false)
  }

  return (
    <>
      {!kept && !naming && (
        <button
          type="button"
          title="Keep this address in this browser"
          onClick={() => setNaming(true)}
          className={BUTTON}
        >
          Keep
        </button>
      )}
      {!kept && naming && <NameForm onName={keep} onCancel={() => setNaming(false)} />}
      <output className={kept && stored ? 'text-muted' : 'text-warn'}>
        {kept &&
          done === 'kept' &&
          (stored ? 'Kept in this browser' : 'This browser did not take it: kept until the page is closed')}
        {!kept && done === 'full' && `${MAX_KEPT} addresses are kept and no more fit: remove one first`}
      </output>
    </>
  )
}

interface NameFormProps {
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

function NameForm({ onName, onCancel }: NameFormProps) {
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  function submit(event: SubmitEvent) {
    event.preventDefault()
    onName(name)
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-1">
      <input
        ref={field}
        aria-label="Name to keep it under"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
        placeholder="Name (optional)"
        maxLength={MAX_NAME}
        autoComplete="off"
        className="h-6 w-40 rounded border border-edge bg-bg px-2"
      />
      <button type="submit" className={BUTTON}>
        Keep
      </button>
      <button type="button" onClick={onCancel} className={BUTTON}>
        Cancel
      </button>
    </form>
  )
}
