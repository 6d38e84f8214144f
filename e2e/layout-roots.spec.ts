/**
 * What changes is laid out with nothing around it. A browser does so for strict boxes, but for none that is a flex item or that
 * holds a list to fold out, and it tells nobody but its own trace.
 */
import type { Browser, Page } from '@playwright/test'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'

interface TraceEvent {
  readonly name: string
  readonly args: { readonly endData?: { readonly layoutRoots: readonly { readonly nodeName: string }[] } }
}

const WHOLE_PAGE = '#document'

/** The roots of the layouts that another character in the first text of `selector` brings about. */
async function layoutRoots(browser: Browser, page: Page, selector: string): Promise<readonly string[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await page.evaluate((wanted) => {
    const text = document.createTreeWalker(document.querySelector(wanted) ?? document.createElement('i'), 4).nextNode()
    if (!(text instanceof Text)) throw new Error(`${wanted} has no text`)
    text.data += '1'
    void document.body.offsetHeight
  }, selector)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  return traceEvents.flatMap(({ name, args }) =>
    name === 'Layout' ? (args.endData?.layoutRoots.map(({ nodeName }) => nodeName) ?? []) : [],
  )
}

test('a figure that changes has nothing laid out but its own panel, or its part of it', async ({
  page,
  open,
  script,
  browser,
}) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
  await open()
  const panels = ['price', 'depth', 'book', 'trades', 'account', 'funding']
  for (const name of panels) await expect(page.locator(`[data-panel-name=${name}] .panel-frame`)).toBeVisible()
  await expect(page.locator('[data-depth-curves]')).toBeAttached()
  const figures = {
    header: 'header section dd',
    'ladder’s middle': '[data-panel-name=book] .contain-strict dd',
    'table that readers’ tools see': 'table[aria-label=Asks] td',
    'ladder’s foot': '[data-panel-name=book] .border-t > .contain-strict p',
    ...Object.fromEntries(
      panels.filter((name) => name !== 'book').map((name) => [name, `[data-panel-name=${name}] h2`]),
    ),
  }
  for (const [name, selector] of Object.entries(figures)) {
    // Something else may have the whole page laid out at that very moment.
    await expect(async () => {
      const roots = await layoutRoots(browser, page, selector)
      expect(roots, name).not.toHaveLength(0)
      expect(roots, name).not.toContain(WHOLE_PAGE)
    }).toPass({ timeout: 10_000 })
  }
  // What is looked at tells both cases apart.
  expect(await layoutRoots(browser, page, 'footer')).toContain(WHOLE_PAGE)
})
