import { create } from 'zustand'
import {
  checkWatchList,
  findKept,
  type KeptAddress,
  type WatchList,
  withAddress,
  withName,
  withoutAddress,
} from '../domain/watch-list'
import { keep, onForget, readKept } from './kept'

/** The number grows when a row changes its meaning. */
const NAME = 'perpscope.watch.1'

interface WatchListState {
  readonly list: WatchList
  /** Whether the browser took the last change; what it did not take holds for this visit. */
  readonly stored: boolean
  /** At its place, or at the end; false where the list is full. */
  readonly add: (entry: KeptAddress, index?: number) => boolean
  readonly rename: (address: string, name: string) => void
  readonly remove: (address: string) => void
}

const read = () => checkWatchList(readKept(NAME))

/** The watched addresses that the reader chose to keep in this browser; the same in all its tabs. */
export const useWatchList = create<WatchListState>()((set, get) => {
  function change(next: (list: WatchList) => WatchList): WatchList {
    const { list, stored } = get()
    // Another tab may have kept what this one has not heard of: one that was asleep hears nothing.
    const changed = next(stored ? read() : list)
    set({ list: changed, stored: keep(NAME, changed) })
    return changed
  }
  return {
    list: read(),
    stored: true,
    add: (entry, index) =>
      findKept(
        change((list) => withAddress(list, entry, index)),
        entry.address,
      ) !== undefined,
    rename: (address, name) => void change((list) => withName(list, address, name)),
    remove: (address) => void change((list) => withoutAddress(list, address)),
  }
})

onForget(() => useWatchList.setState({ list: [], stored: true }))

/** What other tabs change; of this one’s changes those are kept that the browser did not take. */
function onStorage({ key }: StorageEvent): void {
  if (key !== NAME && key !== null) return
  const { list, stored } = useWatchList.getState()
  useWatchList.setState({ list: checkWatchList([...read(), ...(stored ? [] : list)]) })
}

if (typeof window !== 'undefined') window.addEventListener('storage', onStorage)
