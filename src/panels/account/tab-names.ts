import type { AccountTab } from '../../store/store'

export const TABS: readonly AccountTab[] = ['positions', 'orders', 'history', 'fills']

export const TAB_LABELS: Readonly<Record<AccountTab, string>> = {
  positions: 'Positions',
  orders: 'Open orders',
  history: 'Order history',
  fills: 'Fills',
}
