// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type KeptAddress, MAX_KEPT } from '../domain/watch-list'

const NAME = 'perpscope.watch.1'
const kept = (address: string, name = ''): KeptAddress => ({ address, name, asProfile: false })
const MAKER = kept('0xab', 'Maker')
const OTHER = kept('0xcd', 'Other')
const inBrowser = (): unknown => JSON.parse(localStorage.getItem(NAME) ?? 'null')

/** As in a page that was just opened. */
async function visit() {
  vi.resetModules()
  const { useWatchList } = await import('./watch-list')
  return useWatchList.getState
}

/** As a browser does it: the tab that writes is told nothing. */
function otherTabKeeps(list: readonly unknown[] | null) {
  if (list === null) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, JSON.stringify(list))
  window.dispatchEvent(new StorageEvent('storage', { key: NAME }))
}

const refuse = () =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

describe('the kept addresses', () => {
  it('are there on the next visit', async () => {
    const list = await visit()
    expect(list().add(MAKER)).toBe(true)
    list().add(OTHER)
    list().rename('0xAB', ' Market\nmaker ')
    list().remove('0x00cd')
    expect((await visit())().list).toEqual([{ ...MAKER, name: 'Market maker' }])
  })

  it('are put back in their place', async () => {
    const list = await visit()
    list().add(MAKER)
    list().add(OTHER)
    list().remove(MAKER.address)
    list().add(MAKER, 0)
    expect(list().list).toEqual([MAKER, OTHER])
  })

  it('are at most fifty, and it says when there is no room', async () => {
    const full = Array.from({ length: MAX_KEPT }, (_, index) => kept(`0x${(index + 1).toString(16)}`))
    otherTabKeeps(full)
    const list = await visit()
    expect(list().add(MAKER)).toBe(false)
    expect(list().list).toEqual(full)
  })

  it.each(['not JSON', 'null', '{}', '[1,{"address":"nope"}]'])('begin anew where %s was kept', async (text) => {
    localStorage.setItem(NAME, text)
    expect((await visit())().list).toEqual([])
  })

  it('take over what another tab changes', async () => {
    const list = await visit()
    list().add(MAKER)
    otherTabKeeps([MAKER, OTHER])
    expect(list().list).toEqual([MAKER, OTHER])
    otherTabKeeps(null)
    expect(list().list).toEqual([])
  })

  it('do not undo what another tab kept while this one slept', async () => {
    const list = await visit()
    list().add(MAKER)
    localStorage.setItem(NAME, JSON.stringify([MAKER, OTHER]))
    list().rename(MAKER.address, 'Mine')
    expect(inBrowser()).toEqual([{ ...MAKER, name: 'Mine' }, OTHER])
  })

  it('hold for this visit where the browser takes nothing, and it is known', async () => {
    const list = await visit()
    refuse()
    expect(list().add(MAKER)).toBe(true)
    list().add(OTHER)
    expect(list()).toMatchObject({ list: [MAKER, OTHER], stored: false })
    vi.restoreAllMocks()
    otherTabKeeps([kept('0x1')])
    expect(list().list).toEqual([kept('0x1'), MAKER, OTHER])
    list().remove('0x1')
    expect(list().stored).toBe(true)
    expect(inBrowser()).toEqual([MAKER, OTHER])
  })

  it('are gone when the reader clears what is kept', async () => {
    const list = await visit()
    list().add(MAKER)
    const { forgetKept } = await import('./kept')
    forgetKept()
    expect(list().list).toEqual([])
    expect(inBrowser()).toBeNull()
  })
})
