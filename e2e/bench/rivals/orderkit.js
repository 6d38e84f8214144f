import { Orderbook } from 'orderkit'
import 'orderkit/styles.css'
import { createElement } from 'react'
import { formatPrice, formatSize, showBooks } from './feed.js'

// `depth` is 10 unless told; all else is its default, with the flash of changed rows. It has no throttle to turn off.
// Its `scrollLock` scrolls in a box of its own, but measures the layout at each draw, which the panel here spares it.
showBooks({
  toLevel: ({ price, size }) => ({ price: Number(price), size: Number(size) }),
  draw: (asks, bids) =>
    createElement(Orderbook, { asks, bids, depth: Math.max(asks.length, bids.length), formatPrice, formatSize }),
  bestBidSize: '.ok-bids .ok-row:first-child .ok-size',
})
