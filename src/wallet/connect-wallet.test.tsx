// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import { ConnectWallet } from './connect-wallet'
import type { IslandProps } from './wallet-island'

const ADDRESS = `0x1234${'0'.repeat(56)}abcd`
const connected: WalletState = { status: 'connected', walletName: 'Petra', address: ADDRESS, chainId: 1 }
let root: Root
let said: WalletState[]
/** What the latest mounted island was given. */
let island: IslandProps | null
let disconnects: number

function FakeIsland(props: IslandProps) {
  island = props
  const { ref } = props
  if (typeof ref === 'object' && ref !== null) {
    ref.current = {
      disconnect: () => {
        disconnects += 1
      },
    }
  }
  return null
}

function Page({ load }: { readonly load: () => Promise<{ readonly default: typeof FakeIsland }> }) {
  const [wallet, setWallet] = useState<WalletState>(NO_WALLET)
  const onWallet = (next: WalletState) => {
    said.push(next)
    setWallet(next)
  }
  return <ConnectWallet wallet={wallet} onWallet={onWallet} loadIsland={load} />
}

const loaded = vi.fn(async () => ({ default: FakeIsland }))
const mount = (load = loaded) => act(async () => root.render(<Page load={load} />))
const report = (state: WalletState) => act(async () => island?.onState(state))

async function press(label: string) {
  const button = [...document.querySelectorAll('button')].find((element) => element.textContent === label)
  if (button === undefined) throw new Error(`no button ${label}`)
  await act(async () => button.click())
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.body.firstElementChild!)
  said = []
  island = null
  disconnects = 0
})

afterEach(() => {
  act(() => root.unmount())
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

it('loads nothing before a reader asks', async () => {
  await mount()
  expect(loaded).not.toHaveBeenCalled()
  await press('Connect wallet')
  expect(loaded).toHaveBeenCalledOnce()
  expect(island?.walletName).toBeNull()
  expect(said).toEqual([])
})

it('goes on with the wallet of the last visit', async () => {
  localStorage.setItem('AptosWalletName', 'Petra')
  await mount()
  expect(island?.walletName).toBe('Petra')
  expect(said).toEqual([{ status: 'connecting', walletName: 'Petra' }])
})

it('passes on what changed and nothing twice', async () => {
  await mount()
  await press('Connect wallet')
  for (const state of [NO_WALLET, connected, { ...connected }, { ...connected, chainId: 2 }]) await report(state)
  expect(said).toEqual([connected, { ...connected, chainId: 2 }])
})

it('closes the dialog when connected and shows the short address', async () => {
  await mount()
  await press('Connect wallet')
  expect(document.querySelector('dialog')?.open).toBe(true)
  await report(connected)
  expect(document.querySelector('dialog')?.open).toBe(false)
  await press('0x1234…abcd')
  expect(document.querySelector('section')?.textContent).toContain(ADDRESS)
})

it('lets go at once, whatever the wallet says', async () => {
  localStorage.setItem('AptosWalletName', 'Petra')
  await mount()
  await report(connected)
  await press('0x1234…abcd')
  await press('Disconnect')
  expect(said.at(-1)).toEqual(NO_WALLET)
  expect([disconnects, island?.walletName, localStorage.getItem('AptosWalletName')]).toEqual([1, null, null])
})

it('says that the wallet part did not load and tries again', async () => {
  loaded.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await mount()
  await press('Connect wallet')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('did not load')
  await press('Try again')
  expect(loaded).toHaveBeenCalledTimes(2)
  expect(said.at(-1)).toEqual(NO_WALLET)
})

it('survives a wallet that breaks the adapter', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const Broken = () => {
    throw new TypeError('features is undefined')
  }
  await mount(vi.fn(async () => ({ default: Broken })))
  await press('Connect wallet')
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'A wallet in this browser failed: features is undefined',
  )
  quiet.mockRestore()
})
