// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { storedWalletName, storeWalletName } from './stored-wallet'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('reads the name the adapter has written, puts it right and forgets it', () => {
  expect(storedWalletName()).toBeNull()
  localStorage.setItem('AptosWalletName', 'Petra')
  expect(storedWalletName()).toBe('Petra')
  storeWalletName('Nightly')
  expect(localStorage.getItem('AptosWalletName')).toBe('Nightly')
  storeWalletName(null)
  expect(localStorage.length).toBe(0)
})

it('takes no empty and no endless name', () => {
  for (const name of ['', 'x'.repeat(101)]) {
    localStorage.setItem('AptosWalletName', name)
    expect(storedWalletName()).toBeNull()
  }
})

it('lives in a browser that refuses storage', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse)
  expect(storedWalletName()).toBeNull()
  expect(() => storeWalletName(null)).not.toThrow()
})
