import { OrderBook } from '@lab49/react-order-book'
import { createElement } from 'react'
import { formatPrice, formatSize, showBooks } from './feed.js'

// `listLength` is 10 unless told; all else is its default. It has no total, no depth bars and no throttle.
showBooks({
  toLevel: ({ price, size }) => [formatPrice(Number(price)), formatSize(Number(size))],
  draw: (asks, bids) =>
    createElement(OrderBook, { book: { asks, bids }, listLength: Math.max(asks.length, bids.length) }),
  bestBidSize: '.rob_OrderBook__side--bids li:first-child .rob_OrderBook__size',
})
