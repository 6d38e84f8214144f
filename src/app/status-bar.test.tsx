// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { StatusBar } from './status-bar'

it('leads to the licences beside the page, and to whose charts these are', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.createElement('div')
  const root = createRoot(place)
  await act(async () => root.render(<StatusBar />))
  expect([...place.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Charts by TradingView', 'https://www.tradingview.com/'],
    ['Licences', '/licences.txt'],
  ])
  await act(async () => root.unmount())
})
