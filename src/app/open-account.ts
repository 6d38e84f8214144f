import { type AccountTab, useStore } from '../store/store'

/** Brings a list of the account into view, whatever fills the window and whichever page a narrow screen shows. */
export function openAccount(tab: AccountTab): void {
  const { fullPanel, showTab, showPage, showFull } = useStore.getState()
  showTab(tab)
  showPage('account')
  if (fullPanel !== 'account') showFull(null)
}
