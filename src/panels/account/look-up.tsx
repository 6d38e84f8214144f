import { type SubmitEvent, useId, useState } from 'react'
import { typedAddress } from '../../domain/address'
import type { ProfileState } from '../../domain/profile'
import { PanelMessage } from '../../ui/panel'

export function NoAccount() {
  return (
    <PanelMessage>
      <p className="max-w-md">
        Connect a wallet or watch an address to see its positions, orders and fills. Perpscope is read-only: it never
        asks for a signature.
      </p>
    </PanelMessage>
  )
}

interface LookUpProblemProps {
  readonly profile: ProfileState & { readonly status: 'failed' | 'unknown' }
  readonly onRetry: () => void
  readonly onEnterProfile: (address: string) => void
}

/** Why there is no profile, and the two ways on: asking again, or entering the profile address by hand. */
export function LookUpProblem({ profile, onRetry, onEnterProfile }: LookUpProblemProps) {
  const reason = profile.status === 'unknown' ? 'The exchange knows no profile for this wallet' : profile.reason
  return (
    <PanelMessage>
      <p role="alert" className="max-w-xl text-warn">
        {reason}.
      </p>
      <button type="button" onClick={onRetry} className="rounded border border-line bg-raised px-3 py-1 text-text">
        Try again
      </button>
      <ProfileForm onEnterProfile={onEnterProfile} />
    </PanelMessage>
  )
}

function ProfileForm({ onEnterProfile }: Pick<LookUpProblemProps, 'onEnterProfile'>) {
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    const address = typedAddress(text)
    setWrong(address === null)
    if (address !== null) onEnterProfile(address)
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center justify-center gap-2">
      <label htmlFor={id}>Or enter the profile address</label>
      <input
        id={id}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="0x…"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        className="w-56 rounded border border-line bg-bg px-2 py-1 text-text"
      />
      <button type="submit" className="rounded border border-line bg-raised px-3 py-1 text-text">
        Watch profile
      </button>
      {wrong && (
        <p role="alert" className="basis-full text-warn">
          That is no Aptos address: 0x and up to 64 hex digits.
        </p>
      )}
    </form>
  )
}
