import { useEffect } from 'react'
import { NETWORKS } from '../config'
import { type State, useStore } from '../store/store'
import { type Entry, isEntry, readView, readWatch, sameWatch, writeView } from './url-state'

/** Browsers refuse more than so many changes of the address in ten seconds or so. */
const AGAIN_MS = 5_000

/** Puts the view on show that the page's address asks for. */
export function showAddressed(): void {
  const { view, notices } = readView(location.search, NETWORKS)
  const store = useStore.getState()
  const watch = view.address === null ? null : readWatch(view.address, history.state)
  store.showMarket(view.network, view.marketId)
  store.showTab(view.tab)
  // Set anew, it would clear the account's rows and ask for them again.
  if (!sameWatch(watch, store.watch)) store.setWatch(watch)
  for (const notice of notices) store.notify(notice)
}

/** The query of the view on show. A wallet's address never enters it, a watched one does. */
export function addressed({ networkId, marketId, tab, watch }: State): string {
  const network = NETWORKS.find(({ id }) => id === networkId) ?? NETWORKS[0]
  return writeView({ network, marketId, tab, address: watch?.address ?? null })
}

/**
 * Keeps the page's address a link to the view on show, with an entry in the browser's history for each view that the
 * reader chose: back and forward show it again. What only puts the address right makes no entry.
 */
export function useViewAddress(): void {
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    let chosen = false

    function write(how: 'push' | 'replace') {
      clearTimeout(again)
      const state = useStore.getState()
      const search = addressed(state)
      const moved = search !== location.search
      if (!moved && isOf(history.state, state)) return
      const entry: Entry = { watch: state.watch }
      try {
        if (moved && how === 'push') history.pushState(entry, '', search + location.hash)
        else history.replaceState(entry, '', search + location.hash)
      } catch {
        // Refused; another browser refuses without a word. Either way the address still names the view before.
      }
      if (search !== location.search) again = setTimeout(write, AGAIN_MS, how)
    }

    /** Network and market, say, are chosen in one go and make one entry. */
    function onChange(state: State, before: State) {
      const same =
        state.networkId === before.networkId &&
        state.marketId === before.marketId &&
        state.tab === before.tab &&
        state.watch === before.watch
      if (same || chosen) return
      chosen = true
      queueMicrotask(() => {
        if (chosen) write('push')
        chosen = false
      })
    }

    function onReturn() {
      // A link to a place in the page makes an entry that remembers nothing, of the view on show.
      if (isEntry(history.state) || location.search !== addressed(useStore.getState())) showAddressed()
      chosen = false
      write('replace')
    }

    write('replace')
    addEventListener('popstate', onReturn)
    const unsubscribe = useStore.subscribe(onChange)
    return () => {
      clearTimeout(again)
      removeEventListener('popstate', onReturn)
      unsubscribe()
    }
  }, [])
}

/** Whether the entry remembers of the view on show what it should. */
function isOf(entry: unknown, { watch }: State): boolean {
  return isEntry(entry) && (watch === null || sameWatch(readWatch(watch.address, entry), watch))
}
