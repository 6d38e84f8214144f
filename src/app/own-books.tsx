import { useEffect } from 'react'
import type { Network } from '../domain/market'
import { type BookSubject, subjectKey } from '../domain/subject'
import { selectOwnMarkets } from '../store/selectors'
import { useStore } from '../store/store'
import { feeds } from './runtime'

/** Holds the books of the markets in which the account has a position or an order, one socket each, so that those have a price. */
export function OwnBooks({ network }: { readonly network: Network }) {
  const marketIds = useStore((state) => selectOwnMarkets(state, network).join())
  const holdBooks = useStore((state) => state.holdBooks)
  const books = useStore((state) => state.ownBooks)
  useEffect(() => holdBooks(network, marketIds === '' ? [] : marketIds.split(',')), [network, marketIds, holdBooks])
  return books.map((book) => <BookFeed key={subjectKey(book)} book={book} network={network} />)
}

function BookFeed({ book, network }: { readonly book: BookSubject; readonly network: Network }) {
  useEffect(() => {
    const feed = feeds.open(book, network)
    return () => feed.close()
  }, [book, network])
  return null
}
