import { useEffect, useState } from 'react'
import { useStore } from '../store/store'
import { useAsked } from '../store/use-asked'
import { useAccountSource } from './use-account-source'

interface DemoBannerProps {
  /** Back to the exchange. */
  readonly onLeave: () => void
}

const BUTTON = 'rounded border border-edge bg-raised px-2 py-0.5 font-medium whitespace-nowrap hover:border-accent'

/** Over the page, and on paper, as long as the made-up exchange is on show: it cannot be closed. */
export function DemoBanner({ onLeave }: DemoBannerProps) {
  const source = useAccountSource()
  const [account, setAccount] = useState<string | null>(null)
  useAsked('demo', () => void watch())

  // Beside it and not before it: the banner waits for nothing.
  useEffect(() => {
    const begin = async () => setAccount((await import('./demo')).DEMO_ACCOUNT)
    // The connection tells.
    begin().catch(() => {})
  }, [])

  async function watch() {
    try {
      const { watchDemoAccount } = await import('./demo')
      watchDemoAccount()
      focusPanels()
    } catch {
      useStore.getState().notify('The code of the demo did not come, so there is no account to watch.')
    }
  }

  function leave() {
    onLeave()
    focusPanels()
  }

  return (
    <section
      aria-label="Demo"
      className="flex items-center justify-center gap-3 border-b border-warn bg-warn-wash px-3 py-1 text-xs"
    >
      <p role="alert" className="min-w-0 text-balance">
        <strong className="text-warn">Demo:</strong> an exchange made up in this browser. No figure here is real.
      </p>
      <div className="flex shrink-0 gap-2 max-sm:flex-col">
        {account !== null && account !== source?.address && (
          // On a phone the account's page offers it, as long as it has nothing else to show.
          <button
            type="button"
            onClick={() => void watch()}
            className={`${BUTTON} ${source === null ? 'max-sm:hidden' : ''}`}
          >
            Watch the demo account
          </button>
        )}
        <button type="button" onClick={leave} className={BUTTON}>
          Back to Mainnet
        </button>
      </div>
    </section>
  )
}

/** With the button the focus would be lost that was on it. */
function focusPanels(): void {
  document.getElementById('panels')?.focus()
}
