import { useId } from 'react'
import { NO_ADDRESS, typedAddress } from '../../domain/address'
import type { ProfileState } from '../../domain/profile'
import { PanelMessage } from '../../ui/panel'
import { useCheckedText } from '../../ui/use-checked-text'

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
  const { field, wrong, whyId, onSubmit } = useCheckedText(typedAddress, onEnterProfile)
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center justify-center gap-2">
      <label htmlFor={id}>Or enter the profile address</label>
      <input
        id={id}
        {...field}
        placeholder="0x…"
        className="w-56 rounded border border-edge bg-bg px-2 py-1 text-text aria-invalid:border-down"
      />
      <button type="submit" className="rounded border border-line bg-raised px-3 py-1 text-text">
        Watch profile
      </button>
      {wrong && (
        <p id={whyId} role="alert" className="basis-full text-warn">
          {NO_ADDRESS}
        </p>
      )}
    </form>
  )
}
