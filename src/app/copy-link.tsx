import { useState } from 'react'
import { shortAddress } from '../domain/address'
import { useStore } from '../store/store'
import { addressed } from './use-view-address'

const SAID_MS = 4_000

/** Copies a link to the view on show; made from the view, since the page's address may lag behind in a browser that refuses. */
export function CopyLink() {
  const watched = useStore((state) => state.watch?.address ?? null)
  const [said, setSaid] = useState('')

  async function copy() {
    const link = new URL(addressed(useStore.getState()), location.href)
    try {
      await navigator.clipboard.writeText(link.href)
      setSaid('Copied')
    } catch {
      // No clipboard at all outside a secure context.
      const reason = 'clipboard' in navigator ? 'The browser did not allow it' : 'Copying needs https'
      setSaid(`${reason}: copy the page’s address instead`)
    }
    setTimeout(setSaid, SAID_MS, '')
  }

  return (
    <span className="flex items-center gap-2">
      <button
        type="button"
        title={
          watched === null
            ? 'Network, market and tab'
            : `It names the watched address ${shortAddress(watched)}: who has the link sees that account`
        }
        onClick={() => void copy()}
        className="text-accent hover:underline max-lg:min-h-[24px]"
      >
        Copy link to this view
      </button>
      <output className={said === 'Copied' ? '' : 'text-warn'}>{said}</output>
    </span>
  )
}
