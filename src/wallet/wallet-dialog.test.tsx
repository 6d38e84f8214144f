// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import type { WalletChoice } from './wallet-choice'
import { WalletDialog } from './wallet-dialog'

const demo: WalletChoice = { name: 'Demo wallet', icon: null, url: null, installed: true }
const petra: WalletChoice = { name: 'Petra', icon: null, url: 'https://petra.app/', installed: false }
const hand = { onChoose: vi.fn(), onRetry: vi.fn(), onCancel: vi.fn(), onClose: vi.fn() }
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.body.firstElementChild!)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

function show(wallet: WalletState, choices: readonly WalletChoice[] | null, open = true) {
  act(() => root.render(<WalletDialog open={open} wallet={wallet} choices={choices} {...hand} />))
  return document.querySelector('dialog')!
}

function press(label: string) {
  const button = [...document.querySelectorAll('button')].find((element) => element.textContent === label)
  act(() => button!.click())
}

it('lists what is installed as buttons, the rest as links, and promises no signature', () => {
  const dialog = show(NO_WALLET, [demo, petra])
  expect(dialog.open).toBe(true)
  expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('Connect wallet')
  expect(dialog.textContent).toContain('Read-only: Perpscope never asks for a signature.')
  expect(dialog.querySelector('a')?.href).toBe('https://petra.app/')
  press('Demo wallet')
  expect(hand.onChoose).toHaveBeenCalledWith('Demo wallet')
})

it('says that an address can be watched when no wallet is there', () => {
  const dialog = show(NO_WALLET, [petra])
  expect(dialog.textContent).toContain('Any address can also be watched without a wallet')
  expect(dialog.querySelector('details')?.open).toBe(true)
})

it('waits for the wallet part of the page', () => {
  expect(show(NO_WALLET, null).textContent).toContain('Looking for wallets')
})

it('says whom it waits for and lets the reader cancel', () => {
  expect(show({ status: 'connecting', walletName: 'Demo wallet' }, [demo]).textContent).toContain(
    'Waiting for Demo wallet',
  )
  press('Cancel')
  expect(hand.onCancel).toHaveBeenCalledOnce()
})

it('tells the reason of a failure and tries again', () => {
  const dialog = show({ status: 'disconnected', error: 'Demo wallet: locked' }, [demo])
  expect(dialog.querySelector('[role=alert]')?.textContent).toContain('Demo wallet: locked')
  press('Try again')
  expect(hand.onRetry).toHaveBeenCalledOnce()
})

it('closes by a press on the backdrop, not by one inside', () => {
  const dialog = show(NO_WALLET, [demo])
  act(() => dialog.querySelector('h2')!.click())
  expect(hand.onClose).not.toHaveBeenCalled()
  act(() => dialog.click())
  expect(hand.onClose).toHaveBeenCalledOnce()
})

it('closes when told', () => {
  show(NO_WALLET, [demo])
  expect(show(NO_WALLET, [demo], false).open).toBe(false)
})
