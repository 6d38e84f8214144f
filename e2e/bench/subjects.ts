/** The pages that are held against each other. */
import { SITE_HOST } from '../rig/server'
import { recordBestBid } from './best-bid'
import { ACCOUNT } from './exchange'
import type { Size } from './lane'

export interface SubjectPage {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly size: Size
  /** An expression that is true once the page shows figures. */
  readonly ready: string
  /** Runs in the page before anything of its own. */
  readonly before?: string
  /** Run once when it is ready. */
  readonly prepare?: string
  /** An expression for the text of the best bid's size; null: the page reports by itself what it painted. */
  readonly bestBidSize: string | null
}

export const FLOOR_HOST = 'floor.test'
export const RIVALS_HOST = 'rivals.test'

/** A book beside nothing else: the app's page "Book" of its narrow layout has the header and the bar at its foot as well. */
const NARROW: Size = { width: 420, height: 800 }
export const WIDE: Size = { width: 1440, height: 900 }

/** An expression for what is drawn on the app's ladder. */
export const APP_BEST_BID = "globalThis.bestBidDrawn ?? ''"

const app = { before: `(${recordBestBid.toString()})()`, ready: APP_BEST_BID, bestBidSize: null }

const RIVAL_BEST_BID = "document.querySelector(document.documentElement.dataset.bestBidSize)?.textContent ?? ''"

const rival = { size: NARROW, ready: RIVAL_BEST_BID, bestBidSize: RIVAL_BEST_BID }

export const floorLadder: SubjectPage = {
  id: 'floor',
  name: 'floor: canvas ladder',
  url: `https://${FLOOR_HOST}/?only=ladder`,
  size: NARROW,
  ready: 'document.querySelector("#ladder")?.width > 0 && document.readyState === "complete"',
  bestBidSize: null,
}

export const floorWhole: SubjectPage = {
  ...floorLadder,
  name: 'floor: canvas ladder and depth',
  url: `https://${FLOOR_HOST}/`,
  size: WIDE,
}

const BOOK_TAB = '[...document.querySelectorAll("nav button")].find((button) => button.textContent === "Book")'

export const appBook: SubjectPage = {
  ...app,
  id: 'book',
  name: 'Perpscope, its page "Book"',
  url: `https://${SITE_HOST}/?network=mainnet&market=14`,
  size: NARROW,
  ready: `(${app.ready}) || (${BOOK_TAB}?.click(), false)`,
}

/** With an account that holds positions and orders in the market. */
export const appWhole: SubjectPage = {
  ...app,
  id: 'page',
  name: 'Perpscope, every panel',
  url: `https://${SITE_HOST}/?network=mainnet&market=14&address=${ACCOUNT}`,
  size: WIDE,
  ready: `(${app.ready}) && document.querySelectorAll('table[aria-label="Positions"] tbody tr').length > 0 && document.querySelector('[data-depth-curves]') !== null`,
}

export const lab49: SubjectPage = {
  ...rival,
  id: 'lab49',
  name: '@lab49/react-order-book',
  url: `https://${RIVALS_HOST}/lab49.html`,
}

export const orderkit: SubjectPage = {
  ...rival,
  id: 'orderkit',
  name: 'orderkit',
  url: `https://${RIVALS_HOST}/orderkit.html`,
}
