import { useEffect, useState } from 'react'
import { DEMO_NETWORK } from '../config'
import { marketName, type Network } from '../domain/market'
import { subjectKey } from '../domain/subject'
import { nextTitleFigure, type TitleFigure } from '../domain/tab-title'
import { isHeldBack } from '../store/clock'
import { selectBookTop, selectMarket } from '../store/selectors'
import { type State, useStore } from '../store/store'
import { useFreshness } from '../store/use-freshness'
import { formatFixed } from '../ui/format'
import { onLook } from '../ui/look'

const ICONS = { live: 'favicon.svg', stale: 'favicon-stale.svg', offline: 'favicon-offline.svg' }
const ARROWS = { up: '▲ ', down: '▼ ' }
/** After the first failure a new socket mostly comes within a second: the icon does not change twice for it. */
const OFFLINE_FAILURES = 2

/**
 * What a tab in the background tells: the mid and its direction while it is live, a word and another icon while it is
 * not. Moves once a second at most, with the page's clock; a component of its own, so that nothing else is rendered for it.
 */
export function TabSignals({ network }: { readonly network: Network }) {
  const { state } = useFreshness('orderbook')
  const marketId = useStore((store) => store.marketId)
  const [shown, setShown] = useState<TitleFigure | null>(null)
  // A figure that nobody could take back in time is not shown.
  const live = state === 'live' && !isHeldBack()
  const store = useStore.getState()
  const mid = selectBookTop(store)?.mid ?? null
  const decimals = selectMarket(store)?.decimals.price ?? 0
  const subject = `${network.id}/${marketId}`
  const figure =
    live && mid !== null ? nextTitleFigure(shown, { subject, value: mid, text: formatFixed(mid, decimals + 1) }) : null
  if (figure !== null && figure !== shown) setShown(figure)
  const arrow = figure?.direction == null ? '' : ARROWS[figure.direction]
  const word = state === 'waiting' || state === 'live' ? '' : `(${state}) `
  const price = figure === null ? '' : `${arrow}${figure.text} `
  // First, since a narrow tab shows little more.
  const demo = network.id === DEMO_NETWORK.id ? 'Demo · ' : ''
  const title = `${demo}${word}${price}${marketName(network, marketId)} · Perpscope`
  const icon = state !== 'live' && isCutOff(store) ? ICONS.offline : word === '' ? ICONS.live : ICONS.stale

  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const link = document.querySelector('link[rel="icon"]')
    link?.setAttribute('href', `${import.meta.env.BASE_URL}${icon}`)
  }, [icon])
  useFrameColour()
  return null
}

/** Whether nothing can come: the computer is offline, or one socket after another fails. */
function isCutOff({ market, links }: State): boolean {
  const link = market === null ? undefined : links[subjectKey(market)]
  return !navigator.onLine || (link !== undefined && link.failures >= OFFLINE_FAILURES)
}

/** The browser's own frame around the page, where it takes a colour, goes on from the page's header. */
function useFrameColour(): void {
  useEffect(() => {
    function apply() {
      const panel = getComputedStyle(document.documentElement).getPropertyValue('--panel')
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', panel)
    }
    apply()
    return onLook(apply)
  }, [])
}
