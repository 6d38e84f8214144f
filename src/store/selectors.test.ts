import { beforeEach, expect, it } from 'vitest'
import { selectBookTop } from './selectors'
import { useStore } from './store'
import { beginStore, bookAt, commit, marketKey } from './test-kit'

beforeEach(() => beginStore())

it('the top of a book is one object, also where another state is asked about in between', () => {
  commit(marketKey('1'), [bookAt(5)])
  const before = useStore.getState()
  const top = selectBookTop(before)
  commit(marketKey('1'), [bookAt(6)])
  expect(selectBookTop(useStore.getState())?.bestBid).toBe(6)
  expect(selectBookTop(before)).toBe(top)
})
