// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commit, delivered, marketKey, state } from '../../store/test-kit'
import { formatClock } from '../../ui/format'
import { FlowBar } from './flow-bar'
import { at, type Mounted, match, mount, now, tell, textsOf } from './test-kit'

let page: Mounted
const amounts = () => textsOf(page.element, 'dl > div')
const scope = () => page.element.querySelector('fieldset + span')?.textContent
const choose = (name: string) =>
  act(() => page.element.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)?.click())
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const MINUTE = 60

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.setSystemTime(at(10 * MINUTE))
  page = await mount(<FlowBar />)
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The reader's clock was measured to be that far ahead of the exchange's. */
function measureClock(offsetMs: number) {
  act(() => {
    const update = delivered({ topic: 'recent_trades', legs: [] })
    const lag = { lagMs: 0, offsetMs, sinceMono: 0 }
    commit(marketKey('1'), [{ ...update, at: now(), lag }])
  })
}

describe('the taker flow', () => {
  it('sums the last minutes by the taker’s side, and claims none where it is not known', async () => {
    tell([
      ...match({ price: 10, size: 30, timeMs: at(9 * MINUTE) }, 'buy'),
      ...match({ price: 10, size: 10, timeMs: at(9 * MINUTE) }, 'sell'),
      ...match({ price: 10, size: 5, timeMs: at(9 * MINUTE + 5) }, null),
      ...match({ price: 10, size: 99, timeMs: at(MINUTE) }, 'sell'),
    ])
    await pass(1000)
    expect(amounts()).toEqual(['Buy$300 75 %', 'Unknown$50', 'Sell$100 25 %'])
    expect(scope()).toBe('')
  })

  it('says since when where less was seen than was asked for', async () => {
    tell(match({ timeMs: at(8 * MINUTE), price: 10, size: 1 }))
    await pass(1000)
    choose('15 minutes')
    expect(scope()).toBe(`since ${formatClock(at(8 * MINUTE))}`)
    choose('1 minute')
    tell(match({ timeMs: at(10 * MINUTE), price: 10, size: 1 }))
    await pass(1000)
    expect(scope()).toBe('')
  })

  it('goes by the exchange’s clock once it is known, and forgets what has become too old', async () => {
    tell(match({ timeMs: at(MINUTE), price: 10, size: 10 }, 'sell'))
    choose('1 minute')
    expect(amounts()[2]).toBe('Sell$100 100 %')
    // Nine minutes ahead: the trade was just now.
    measureClock(9 * MINUTE * 1000)
    await pass(1000)
    expect(amounts()[2]).toBe('Sell$100 100 %')
    await pass(2 * MINUTE * 1000)
    tell([])
    await pass(1000)
    expect(amounts()[2]).toBe('Sell$0')
  })

  it('says that a part was not seen', async () => {
    tell(match({ timeMs: at(MINUTE) }))
    tell(match({ timeMs: at(9 * MINUTE) }), 2)
    await pass(1000)
    expect(scope()).toBe('with a gap')
  })

  it('is withheld with the figures that it is made of', async () => {
    tell(match({ timeMs: at(9 * MINUTE) }))
    await pass(1000)
    const [view] = Object.values(state().links)
    if (view === undefined) throw new Error('no link')
    act(() => commit(marketKey('1'), [], { ...view, phase: 'waiting' }))
    await pass(30_000)
    expect(amounts()[0]).toMatch(/^Buy\$5/)
    await pass(40_000)
    expect(amounts()).toEqual(['Buy—', 'Unknown—', 'Sell—'])
  })
})
