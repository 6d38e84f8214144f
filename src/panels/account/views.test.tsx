// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useViews } from './views'

let root: Root
let shown: ReturnType<typeof useViews>

function Probe({ owner }: { readonly owner: string }) {
  const views = useViews(owner)
  useEffect(() => {
    shown = views
  })
  return null
}

const show = (owner: string) => act(() => root.render(<Probe owner={owner} />))
const sort = { header: 'Size', descending: true }

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
  show('first')
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

it('each tab keeps its own order and filter', () => {
  act(() => shown.changeView('fills', { sort }))
  act(() => shown.changeView('fills', { totalsBy: 'day' }))
  show('first')
  expect(shown.views.tabs.fills).toMatchObject({ sort, totalsBy: 'day' })
  expect(shown.views.tabs.history).toMatchObject({ sort: null, totalsBy: 'none' })
})

it('another account begins anew, and its story is not that of the one before', () => {
  act(() => shown.showStory({ kind: 'order', orderId: '1' }))
  act(() => shown.changeView('fills', { sort }))
  show('second')
  expect(shown.views).toMatchObject({ story: null, tabs: { fills: { sort: null } } })
  act(() => shown.changeView('orders', { sort }))
  expect(shown.views).toMatchObject({ story: null, tabs: { fills: { sort: null }, orders: { sort } } })
})
