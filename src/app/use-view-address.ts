import { useEffect } from 'react'
import { NETWORKS } from '../config'
import { type State, useStore } from '../store/store'
import { writeView } from './url-state'

/** Keeps the page's address a link to the view on show. A wallet's address never enters it, a watched one does. */
export function useViewAddress(): void {
  useEffect(() => {
    const write = ({ networkId, marketId, tab, watch }: State) => {
      const network = NETWORKS.find(({ id }) => id === networkId)
      if (network === undefined) return
      const search = writeView({ network, marketId, tab, address: watch?.address ?? null })
      if (search === location.search) return
      try {
        history.replaceState(history.state, '', search + location.hash)
      } catch {
        // Some browsers refuse more than so many a minute; the next change of the view writes it again.
      }
    }
    write(useStore.getState())
    return useStore.subscribe((state, before) => {
      const same =
        state.networkId === before.networkId &&
        state.marketId === before.marketId &&
        state.tab === before.tab &&
        state.watch === before.watch
      if (!same) write(state)
    })
  }, [])
}
