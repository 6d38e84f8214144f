import { useRef } from 'react'
import { NO_ADDRESS, typedAddress } from '../domain/address'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { useAsked } from '../store/use-asked'
import { Boundary } from '../ui/boundary'
import { late } from '../ui/late'
import { useCheckedText } from '../ui/use-checked-text'

// Not needed for the first figures.
const KeptAddresses = late(async () => (await import('./kept-addresses')).KeptAddresses, null)

/** Takes a wallet or a profile address; which of the two it is, the look-up tells. The kept ones are at its left end. */
export function WatchAddress() {
  const setWatch = useStore((state) => state.setWatch)
  const keys = usePreferences(({ shortcuts }) => shortcuts)
  const input = useRef<HTMLInputElement>(null)
  const focus = () => input.current?.focus()
  // On a narrow screen the field comes with its page, which is shown by the same call.
  useAsked('watch', () => requestAnimationFrame(focus))
  const { field, wrong, whyId, onSubmit } = useCheckedText(typedAddress, (address) =>
    setWatch({ address, fromLink: false, asProfile: false }),
  )

  return (
    <div className="relative flex min-w-0 flex-1">
      <Boundary broken={(reason, retry) => <Broken reason={reason} retry={retry} />}>
        <KeptAddresses onNone={focus} />
      </Boundary>
      <form onSubmit={onSubmit} className="flex min-w-0 flex-1 items-center gap-1">
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none absolute left-2 size-3.5 fill-none stroke-faint"
          strokeWidth="1.4"
        >
          <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
          <circle cx="8" cy="8" r="2" />
        </svg>
        <input
          ref={input}
          aria-label="Watch address"
          aria-keyshortcuts={keys ? '/' : undefined}
          {...field}
          placeholder="Watch address 0x…"
          className="h-8 w-full min-w-24 rounded border border-edge bg-bg pr-2 pl-7.5 text-xs lg:w-44 placeholder:text-faint aria-invalid:border-down"
        />
        <button type="submit" className="h-8 rounded border border-line bg-raised px-2 text-xs">
          Watch
        </button>
      </form>
      {wrong && (
        <p
          id={whyId}
          role="alert"
          className="absolute top-full right-0 z-30 mt-1 rounded border border-line bg-raised px-2 py-1 text-xs whitespace-nowrap text-warn"
        >
          {NO_ADDRESS}
        </p>
      )}
    </div>
  )
}

interface BrokenProps {
  readonly reason: string
  readonly retry: () => void
}

function Broken({ reason, retry }: BrokenProps) {
  return (
    <button
      type="button"
      aria-label="The kept addresses broke: try again"
      title={`The kept addresses broke: ${reason}`}
      onClick={retry}
      className="absolute left-px top-px h-[calc(100%-2px)] w-7 rounded-l bg-bg text-warn"
    >
      !
    </button>
  )
}
