import { useId } from 'react'
import { NO_ADDRESS, typedAddress } from '../../domain/address'
import type { ProfileState } from '../../domain/profile'
import { useStore } from '../../store/store'
import { PanelMessage } from '../../ui/panel'
import { useCheckedText } from '../../ui/use-checked-text'

/** The first thing a visitor sees of the account: what it would show, the two ways to it, and that neither costs him anything. */
export function NoAccount() {
  const ask = useStore((state) => state.ask)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="m-auto grid max-w-3xl gap-4 p-4 text-xs sm:grid-cols-[1fr_auto] sm:items-center sm:gap-x-10">
        <div className="grid gap-2">
          <h3 className="text-sm font-semibold">See an account as the exchange sees it</h3>
          <p className="text-muted">
            Positions with what they would bring now and how far they are from liquidation, orders with what stands
            ahead of them, every fill: live, and marked as soon as a figure is not sure.
          </p>
          <ul className="grid gap-1 text-muted">
            <Pledge>Nothing to sign: Perpscope never asks for a signature, and never trades</Pledge>
            <Pledge>No key, no password, no sign-up</Pledge>
            <Pledge>A wallet’s address stays in this browser and with the exchange</Pledge>
          </ul>
        </div>
        <div className="grid content-center gap-2 sm:w-44">
          <button
            type="button"
            onClick={() => ask('wallet')}
            className="h-9 rounded bg-accent px-3 font-semibold text-bg hover:opacity-90"
          >
            Connect a wallet
          </button>
          <button
            type="button"
            onClick={() => ask('watch')}
            className="h-9 rounded border border-line bg-raised px-3 font-medium hover:border-accent"
          >
            Enter an address
          </button>
        </div>
      </div>
    </div>
  )
}

function Pledge({ children }: { readonly children: string }) {
  return (
    <li className="flex gap-2">
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="mt-px size-3.5 shrink-0 fill-none stroke-up"
        strokeWidth="1.8"
      >
        <path d="m3 8.5 3.5 3.5L13 4.5" />
      </svg>
      {children}
    </li>
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
