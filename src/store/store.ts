import { create } from 'zustand'
import type { SubjectBatch } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import { findMarket, type Network } from '../domain/market'
import {
  type AccountSubject,
  type BookSubject,
  type MarketSubject,
  type SubjectKey,
  subjectKey,
} from '../domain/subject'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import { type AccountData, applyToAccount, EMPTY_ACCOUNT } from './account-slice'
import { applyToFunding, type FundingData, NO_FUNDING } from './funding-slice'
import { addLost, type LostData, NOTHING_LOST } from './link-slice'
import { applyToMarket, checkUnits, emptyMarket, type MarketData } from './market-slice'
import { addToStory, NO_STORY, type Story } from './story-slice'

/** An address watched without a wallet; `asProfile`: entered as a profile by hand, after the look-up failed. */
export interface Watch {
  readonly address: string
  readonly fromLink: boolean
  readonly asProfile: boolean
}

export type AccountTab = 'positions' | 'orders' | 'history' | 'fills'

/** Of the narrow layout. */
export type PageName = 'chart' | 'book' | 'trades' | 'account' | 'more'

/** Parts of the page's frame that another part can call for. */
export type Asked = 'wallet' | 'watch' | 'demo' | 'settings' | 'shortcuts'

export interface State {
  readonly networkId: string
  readonly marketId: string
  /** The market on show as a subject: opened again, it is another object, with a socket of its own. */
  readonly market: MarketSubject | null
  /** Markets not on show in which the account holds something: their books give its figures a price. */
  readonly ownBooks: readonly BookSubject[]
  readonly tab: AccountTab
  readonly wallet: WalletState
  readonly watch: Watch | null
  /** The account whose data are held; null until the look-up has named a profile address. */
  readonly account: AccountSubject | null
  readonly notices: readonly string[]
  readonly diagnosticsOpen: boolean
  /** What was called for last: its dialog opens, or its field takes the focus. A new object each time. */
  readonly asked: { readonly what: Asked } | null
  readonly page: PageName
  /** Name of the panel that fills the window. */
  readonly fullPanel: string | null
  /** How often the diagnostics were asked for: each time the focus goes there. */
  readonly diagnosticsAsked: number
  /** Data by subject: those of a subject that was left are gone in the commit that left it. */
  readonly markets: Readonly<Record<SubjectKey, MarketData>>
  readonly accounts: Readonly<Record<SubjectKey, AccountData>>
  readonly links: Readonly<Record<SubjectKey, LinkView>>
  readonly funding: Readonly<Record<string, FundingData>>
  readonly lost: LostData
  readonly story: Story

  readonly showMarket: (network: Network, marketId: string) => void
  readonly showTab: (tab: AccountTab) => void
  readonly setWallet: (wallet: WalletState) => void
  readonly setWatch: (watch: Watch | null) => void
  readonly showAccount: (account: AccountSubject | null) => void
  /** The books to hold beside the market on show, by market id; those held already go on. */
  readonly holdBooks: (network: Network, marketIds: readonly string[]) => void
  readonly notify: (notice: string) => void
  readonly dismissNotices: () => void
  readonly showDiagnostics: (open: boolean) => void
  readonly ask: (what: Asked) => void
  readonly showPage: (page: PageName) => void
  readonly showFull: (panel: string | null) => void
  readonly commit: (batch: readonly SubjectBatch[]) => void
}

const NO_ACCOUNT = { account: null, accounts: {} } as const

export const useStore = create<State>()((set, get) => ({
  networkId: '',
  marketId: '',
  market: null,
  ownBooks: [],
  tab: 'positions',
  wallet: NO_WALLET,
  watch: null,
  account: null,
  notices: [],
  diagnosticsOpen: false,
  asked: null,
  page: 'chart',
  fullPanel: null,
  diagnosticsAsked: 0,
  markets: {},
  accounts: {},
  links: {},
  funding: {},
  lost: NOTHING_LOST,
  story: NO_STORY,

  showMarket(network, marketId) {
    const { networkId, account, ownBooks, markets, links } = get()
    const market = { kind: 'market', networkId: network.id, marketId } as const
    const key = subjectKey(market)
    // Its socket stays open and brings its lists only once, so its data stay too.
    if (markets[key] !== undefined) return
    const sameNetwork = networkId === network.id
    // The market's own socket brings its book.
    const books = sameNetwork ? ownBooks.filter((book) => book.marketId !== marketId) : []
    const kept = books.map(subjectKey)
    set({
      networkId: network.id,
      marketId,
      market,
      ownBooks: books,
      markets: { ...pick(markets, kept), [key]: emptyMarket(findMarket(network, marketId)?.decimals) },
      links: pick(links, sameNetwork && account !== null ? [...kept, subjectKey(account)] : kept),
      ...(sameNetwork ? {} : { ...NO_ACCOUNT, funding: {} }),
    })
  },

  holdBooks(network, marketIds) {
    const { networkId, market, ownBooks, markets, links, account } = get()
    if (network.id !== networkId) return
    const wanted = marketIds.filter((id) => id !== market?.marketId)
    const books = wanted.map(
      (marketId): BookSubject =>
        ownBooks.find((book) => book.marketId === marketId) ?? { kind: 'book', networkId: network.id, marketId },
    )
    if (books.length === ownBooks.length && books.every((book) => ownBooks.includes(book))) return
    const held = books.map((book) => {
      const key = subjectKey(book)
      return [key, markets[key] ?? emptyMarket(findMarket(network, book.marketId)?.decimals)] as const
    })
    const others = [market, account].flatMap((subject) => (subject === null ? [] : [subjectKey(subject)]))
    set({
      ownBooks: books,
      markets: { ...pick(markets, others), ...Object.fromEntries(held) },
      links: pick(links, [...others, ...books.map(subjectKey)]),
    })
  },

  showTab(tab) {
    set({ tab })
  },

  setWallet(wallet) {
    const before = get()
    const leaves = before.watch === null && walletAddress(before.wallet) !== walletAddress(wallet)
    set({ wallet, ...(leaves ? { ...NO_ACCOUNT, links: withoutAccount(before) } : {}) })
  },

  setWatch(watch) {
    set({ watch, ...NO_ACCOUNT, links: withoutAccount(get()) })
  },

  showAccount(account) {
    const before = get()
    if (account !== null && before.account !== null && subjectKey(account) === subjectKey(before.account)) return
    set({
      account,
      accounts: account === null ? {} : { [subjectKey(account)]: EMPTY_ACCOUNT },
      links: withoutAccount(before),
    })
  },

  notify(notice) {
    if (!get().notices.includes(notice)) set({ notices: [...get().notices, notice] })
  },

  dismissNotices() {
    set({ notices: [] })
  },

  showDiagnostics(open) {
    set({ diagnosticsOpen: open, diagnosticsAsked: get().diagnosticsAsked + (open ? 1 : 0) })
    // There they stand on a narrow screen.
    if (open) set({ page: 'more' })
  },

  ask(what) {
    // On a narrow screen the way to an account stands on its page.
    set({ asked: { what }, ...(what === 'wallet' || what === 'watch' ? { page: 'account' } : {}) })
  },

  showPage(page) {
    set({ page })
  },

  showFull(panel) {
    set({ fullPanel: panel })
  },

  commit(batch) {
    const before = get()
    const markets = { ...before.markets }
    const accounts = { ...before.accounts }
    const links = { ...before.links }
    const funding = { ...before.funding }
    let { lost, story } = before
    for (const subjectBatch of batch) {
      const { key, link, deliveries } = subjectBatch
      story = addToStory(story, subjectBatch)
      const market = markets[key]
      const account = accounts[key]
      if (market === undefined && account === undefined) {
        lost = { ...lost, late: lost.late + deliveries.length }
        continue
      }
      if (link !== null) links[key] = link
      if (market !== undefined) {
        markets[key] = applyToMarket(market, deliveries, story.clockOffsetMs)
        const { networkId } = before
        const known = funding[networkId] ?? NO_FUNDING
        const next = deliveries.reduce(applyToFunding, known)
        if (next !== known) funding[networkId] = next
      }
      if (account !== undefined) accounts[key] = deliveries.reduce(applyToAccount, account)
      lost = addLost(lost, deliveries)
    }
    const orders = Object.values(accounts).flatMap(({ openOrders }) => openOrders)
    for (const subject of before.market === null ? before.ownBooks : [before.market, ...before.ownBooks]) {
      const key = subjectKey(subject)
      const data = markets[key]
      const own = orders.filter(({ marketId }) => marketId === subject.marketId)
      if (data !== undefined) markets[key] = checkUnits(data, own)
    }
    set({ markets, accounts, links, funding, lost, story })
  },
}))

export function walletAddress(wallet: WalletState): string | null {
  return wallet.status === 'connected' ? wallet.address : null
}

function withoutAccount({ account, links }: State): Readonly<Record<SubjectKey, LinkView>> {
  if (account === null) return links
  const { [subjectKey(account)]: _left, ...rest } = links
  return rest
}

function pick<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)))
}
