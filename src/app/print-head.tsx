import { useSyncExternalStore } from 'react'
import { marketName, type Network } from '../domain/market'
import { now } from '../store/clock'
import { useStore } from '../store/store'
import { useFreshness } from '../store/use-freshness'
import { formatDateTime } from '../ui/format'
import { worstOf } from './connection'

// Its code may come when the sheet is on its way already.
let printing = typeof matchMedia === 'function' && matchMedia('print').matches

/** What a sheet of paper has to say of the page it was printed from; there only while it is printed. */
export function PrintHead({ network }: { readonly network: Network }) {
  return useSyncExternalStore(followPrinting, () => printing) && <Head network={network} />
}

/** The browser draws the sheet after the listeners have run, and React draws within them. */
function followPrinting(listener: () => void): () => void {
  const set = (next: boolean) => () => {
    printing = next
    listener()
  }
  const [begin, end] = [set(true), set(false)]
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}

function Head({ network }: { readonly network: Network }) {
  const marketId = useStore((state) => state.marketId)
  const { asOf, state } = useFreshness('orderbook')
  const moment = now()
  const connection = worstOf(useStore.getState(), moment)
  const since = state !== 'live' && asOf !== null ? `, the book as of ${formatDateTime(asOf.wall)}` : ''
  return (
    <div className="hidden justify-between gap-4 border-b border-text pb-1 text-xs print:flex">
      <p className="font-semibold">
        Perpscope · {network.label} · {marketName(network, marketId)}
      </p>
      <p>
        Printed {formatDateTime(moment.wall)} · Figures: {connection}
        {since}
      </p>
    </div>
  )
}
