/** What is seen of the page beside the page: the tab’s title and icon, and the app that it can be installed as. */
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { SITE_HOST } from './rig/server'
import { expect, test } from './rig/test'

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook'
      ? [market_id === '14' ? book('14', 5.101, 5.202) : book(market_id, 97_000, 97_010)]
      : [empty(topic)]
})

test('the title tells which way the price went, against the last one that differed and of this market alone', async ({
  page,
  open,
  script,
}) => {
  await open()
  await expect(page).toHaveTitle('5.1515 APT-USD · Perpscope')
  script.push('orderbook', book('14', 5.201, 5.302))
  await expect(page).toHaveTitle('▲ 5.2515 APT-USD · Perpscope')
  script.push('orderbook', book('14', 5.001, 5.102))
  await expect(page).toHaveTitle('▼ 5.0515 APT-USD · Perpscope')
  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(page).toHaveTitle('97,005.0 BTC-USD · Perpscope')
})

test('the icon tells stale from cut off, and comes back', async ({ page, open, script, context }) => {
  await open()
  const icon = page.locator('link[rel="icon"]')
  await expect(page).toHaveTitle('5.1515 APT-USD · Perpscope')
  await expect(icon).toHaveAttribute('href', '/favicon.svg')
  await context.setOffline(true)
  script.open[0]?.socket.terminate()
  await expect(icon).toHaveAttribute('href', '/favicon-offline.svg')
  await expect(page).toHaveTitle('(stale) APT-USD · Perpscope')
  await context.setOffline(false)
  await expect(icon).toHaveAttribute('href', '/favicon.svg', { timeout: 20_000 })
})

test('the browser’s frame around the page has the colour of its header, in the theme chosen', async ({
  page,
  open,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  const header = () => page.getByRole('banner').evaluate((element) => getComputedStyle(element).backgroundColor)
  const frame = () =>
    page.evaluate(() => {
      const meta = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      const probe = document.createElement('i')
      probe.style.color = meta.find(({ media }) => matchMedia(media).matches)?.content ?? ''
      document.body.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    })
  expect(await frame()).toBe(await header())
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('radio', { name: 'Light' }).check()
  await expect.poll(frame).toBe('rgb(255, 255, 255)')
  expect(await header()).toBe('rgb(255, 255, 255)')
})

test('the page can be installed: its manifest is sound and its icons are there', async ({ page, open, context }) => {
  await open()
  const debuggers = await context.newCDPSession(page)
  const { url, errors, data } = await debuggers.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(url).toBe(`https://${SITE_HOST}/manifest.webmanifest`)
  const { icons } = JSON.parse(data ?? '') as { icons: readonly { src: string; sizes: string }[] }
  const sizes = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const image = new Image()
          image.src = name
          await image.decode()
          return `${image.naturalWidth}x${image.naturalHeight}`
        }),
      ),
    icons.map(({ src }) => src),
  )
  expect(sizes.slice(1)).toEqual(icons.slice(1).map((icon) => icon.sizes))
  expect(icons).toHaveLength(4)
})
