import { create } from 'zustand'
import type { SubjectBatch } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import { findMarket, type Network } from '../domain/market'
import { type Subject, type SubjectKey, subjectKey } from '../domain/subject'
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

export interface State {
  readonly networkId: string
  readonly marketId: string
  /** The market on show as a subject: opened again, it is another object, with a socket of its own. */
  readonly market: (Subject & { readonly kind: 'market' }) | null
  readonly tab: AccountTab
  readonly wallet: WalletState
  readonly watch: Watch | null
  /** The account whose data are held; null until the look-up has named a profile address. */
  readonly account: (Subject & { readonly kind: 'account' }) | null
  readonly notices: readonly string[]
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
  readonly showAccount: (account: (Subject & { readonly kind: 'account' }) | null) => void
  readonly notify: (notice: string) => void
  readonly dismissNotices: () => void
  readonly commit: (batch: readonly SubjectBatch[]) => void
}

const NO_ACCOUNT = { account: null, accounts: {} } as const

export const useStore = create<State>()((set, get) => ({
  networkId: '',
  marketId: '',
  market: null,
  tab: 'positions',
  wallet: NO_WALLET,
  watch: null,
  account: null,
  notices: [],
  markets: {},
  accounts: {},
  links: {},
  funding: {},
  lost: NOTHING_LOST,
  story: NO_STORY,

  showMarket(network, marketId) {
    const { networkId, account, markets } = get()
    const market = { kind: 'market', networkId: network.id, marketId } as const
    const key = subjectKey(market)
    // Its socket stays open and brings its lists only once, so its data stay too.
    if (markets[key] !== undefined) return
    const sameNetwork = networkId === network.id
    set({
      networkId: network.id,
      marketId,
      market,
      markets: { [key]: emptyMarket(findMarket(network, marketId)?.decimals) },
      links: sameNetwork && account !== null ? pick(get().links, subjectKey(account)) : {},
      ...(sameNetwork ? {} : { ...NO_ACCOUNT, funding: {} }),
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
        markets[key] = applyToMarket(market, deliveries)
        const { networkId } = before
        const known = funding[networkId] ?? NO_FUNDING
        const next = deliveries.reduce(applyToFunding, known)
        if (next !== known) funding[networkId] = next
      }
      if (account !== undefined) accounts[key] = deliveries.reduce(applyToAccount, account)
      lost = addLost(lost, deliveries)
    }
    const { market } = before
    if (market !== null) {
      const key = subjectKey(market)
      const data = markets[key]
      const orders = Object.values(accounts).flatMap(({ openOrders }) => openOrders)
      const own = orders.filter(({ marketId }) => marketId === market.marketId)
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

function pick<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const value = record[key]
  return value === undefined ? {} : { [key]: value }
}
