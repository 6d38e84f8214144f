import { useEffect, useState } from 'react'
import { type Market, type Network } from '../domain/market'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { useAsked } from '../store/use-asked'
import { useLook } from '../ui/look'
import { pressedKey } from './shortcuts-key'
import { ShortcutsOverlay } from './shortcuts-overlay'
import { TABS } from './url-state'

interface ShortcutsProps {
  readonly network: Network
  /** The page has room for all panels at once, and so one of them can fill it. */
  readonly wide: boolean
}

/** Single keys, for readers who have not turned them off, and Esc, which brings a full panel back in any case. */
export function Shortcuts({ network, wide }: ShortcutsProps) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const { theme } = useLook()
  useAsked('shortcuts', () => setOpen(true))

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const key = pressedKey(event)
      if (key === null || (key !== 'Escape' && !usePreferences.getState().shortcuts)) return
      if (document.querySelector('dialog[open]') !== null) {
        if (key !== '?' || !open) return
        event.preventDefault()
        return setOpen(false)
      }
      const done = key === '?' ? 'Keyboard shortcuts' : run(key, network, wide, theme)
      if (done === null) return
      event.preventDefault()
      setSaid(done)
      // A list that was closed a moment ago has yet to tell of it.
      if (key === '?') setTimeout(setOpen, 0, true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [network, wide, theme, open])

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {open && <ShortcutsOverlay markets={listedMarkets(network)} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What the key did, in words for who does not see it; empty where the focus tells, null where it did nothing. */
function run(key: string, network: Network, wide: boolean, theme: 'dark' | 'light'): string | null {
  const state = useStore.getState()
  switch (key) {
    case '/':
      state.ask('watch')
      return ''
    case ',':
      state.ask('settings')
      return ''
    case 'd':
      state.showDiagnostics(!state.diagnosticsOpen)
      return state.diagnosticsOpen ? 'Diagnostics closed' : ''
    case 't': {
      const next = theme === 'dark' ? 'light' : 'dark'
      usePreferences.getState().prefer({ theme: next })
      return `Theme ${next}`
    }
    case '[':
      return stepTab(-1)
    case ']':
      return stepTab(1)
    case 'f': {
      if (!wide) return null
      state.showFull(state.fullPanel === null ? nearestPanel() : null)
      return state.fullPanel === null ? '' : 'All panels'
    }
    case 'Escape':
      if (state.fullPanel === null) return null
      state.showFull(null)
      return 'All panels'
    default: {
      const market = /^[1-9]$/.test(key) ? listedMarkets(network)[Number(key) - 1] : undefined
      if (market === undefined) return null
      state.showMarket(network, market.id)
      return `Market ${market.symbol}`
    }
  }
}

function stepTab(step: 1 | -1): string | null {
  const { account, tab, showTab, showPage } = useStore.getState()
  const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]
  if (account === null || next === undefined) return null
  showTab(next)
  // On a narrow screen they stand there.
  showPage('account')
  return TAB_WORDS[next]
}

const TAB_WORDS = { positions: 'Positions', orders: 'Open orders', history: 'Order history', fills: 'Fills' } as const

/** The one that has the focus, or else lies under the pointer. */
function nearestPanel(): string {
  const focused = document.activeElement?.closest('[data-panel-name]')
  const near = focused ?? document.querySelector('[data-panel-name]:hover')
  return near?.getAttribute('data-panel-name') ?? 'price'
}

/** The markets that digits choose, in the order of the header's list. */
function listedMarkets(network: Network): readonly Market[] {
  const shownId = useStore.getState().marketId
  return network.markets.filter(({ id, retired }) => retired !== true || id === shownId)
}
