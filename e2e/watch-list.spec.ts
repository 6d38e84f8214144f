import type { Page } from '@playwright/test'
import { position } from './rig/build-frames'
import { empty } from './rig/frames'
import { unknownWallet } from './rig/script'
import { expect, test } from './rig/test'

const MAKER = `0x${'a'.repeat(64)}`
const OTHER = `0x${'b'.repeat(64)}`
const NAME = 'perpscope.watch.1'

const account = (page: Page) => page.getByRole('main')
const opener = (page: Page) => page.getByRole('button', { name: 'Kept addresses' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Kept addresses' })
const rows = (page: Page) => dialog(page).getByRole('list', { name: 'Kept addresses' }).getByRole('listitem')
const inBrowser = (page: Page) =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as unknown, NAME)

async function keepAs(page: Page, name: string): Promise<void> {
  await account(page).getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('textbox', { name: 'Name to keep it under' }).fill(name)
  await page.getByRole('textbox', { name: 'Name to keep it under' }).press('Enter')
}

/** What an earlier visit left behind, whatever it is. */
const left = (page: Page, kept: unknown) =>
  page.addInitScript(([name, text]) => localStorage.setItem(name, text), [NAME, JSON.stringify(kept)] as const)

test.beforeEach(({ script }) => {
  script.answerLookUp = () => unknownWallet
  script.answer = ({ topic, address = '' }) =>
    topic === 'positions' ? [position(address, '14', address === MAKER ? '12.345' : '67.891')] : [empty(topic)]
})

test('a watched address is kept by choice, under a name that stands beside it, and found again on the next visit', async ({
  page,
  open,
}) => {
  await open(`?address=${MAKER}`)
  await expect(account(page)).toContainText('12.345')
  await expect(opener(page)).toHaveCount(0)
  expect(await inBrowser(page)).toBeNull()

  await keepAs(page, 'Market maker')
  await expect(account(page).getByText('Kept in this browser')).toBeVisible()
  await expect(account(page)).toContainText('Market maker')
  await expect(account(page)).toContainText('0xaaaa…aaaa')
  expect(await inBrowser(page)).toEqual([{ address: MAKER, name: 'Market maker', asProfile: false }])
  expect(page.url()).not.toContain('maker')

  await open()
  await expect(account(page)).not.toContainText('Market maker')
  await opener(page).click()
  await dialog(page).getByRole('button', { name: 'Watch Market maker' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await expect(account(page)).toContainText('12.345')
})

test('kept addresses are renamed, removed, and put back where they stood', async ({ page, open }) => {
  await left(page, [
    { address: MAKER, name: 'Market maker' },
    { address: OTHER, name: '' },
  ])
  await open()
  await opener(page).click()
  await expect(rows(page)).toHaveText([/^Market maker0xaaaa…aaaa/, /^0xbbbb…bbbb/])

  await dialog(page).getByRole('button', { name: 'Rename 0xbbbb…bbbb' }).click()
  const field = dialog(page).getByRole('textbox', { name: 'Name of 0xbbbb…bbbb' })
  await expect(field).toBeFocused()
  await field.fill('Left as it was')
  await field.press('Escape')
  await expect(rows(page).nth(1)).toHaveText(/^0xbbbb…bbbb/)
  await dialog(page).getByRole('button', { name: 'Rename 0xbbbb…bbbb' }).click()
  await field.fill('  Whale \u202E')
  await field.press('Enter')
  await expect(rows(page).nth(1)).toHaveText(/^Whale0xbbbb…bbbb/)

  await dialog(page).getByRole('button', { name: 'Remove Market maker' }).click()
  await expect(rows(page)).toHaveText([/^Whale/])
  await expect(dialog(page).getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveText([/^Market maker/, /^Whale/])
  expect(await inBrowser(page)).toEqual([
    { address: MAKER, name: 'Market maker', asProfile: false },
    { address: OTHER, name: 'Whale', asProfile: false },
  ])
})

test('the list is used by the keyboard alone, and gives the focus back', async ({ page, open }) => {
  await left(page, [{ address: MAKER, name: 'Market maker' }])
  await open()
  await opener(page).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener(page)).toBeFocused()

  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Remove Market maker' }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(opener(page)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Watch address' })).toBeFocused()
})

test('another tab’s changes are taken over', async ({ page, open, context }) => {
  await open(`?address=${MAKER}`)
  await expect(account(page)).toContainText('12.345')
  const other = await context.newPage()
  await other.goto(page.url())
  await keepAs(other, 'From the other tab')
  await expect(account(page)).toContainText('From the other tab')
  await opener(page).click()
  await dialog(page).getByRole('button', { name: 'Remove From the other tab' }).click()
  await expect(opener(other)).toHaveCount(0)
  await expect(account(other)).not.toContainText('From the other tab')
  await other.close()
})

test('a browser that keeps nothing is told of, and the name holds for the visit', async ({ page, open }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await open(`?address=${MAKER}`)
  await keepAs(page, 'Market maker')
  await expect(account(page)).toContainText('This browser did not take it: kept until the page is closed')
  await expect(account(page)).toContainText('Market maker')
  await opener(page).click()
  await expect(dialog(page).getByRole('alert')).toContainText('did not take the last change')
})

test('a full list takes no more, and says so', async ({ page, open }) => {
  await left(
    page,
    Array.from({ length: 60 }, (_, index) => ({ address: `0x${(index + 1).toString(16)}`, name: `No ${index + 1}` })),
  )
  await open(`?address=${MAKER}`)
  await keepAs(page, '')
  await expect(account(page)).toContainText('50 addresses are kept and no more fit: remove one first')
  await opener(page).click()
  await expect(rows(page)).toHaveCount(50)
})

test('what anybody may have written there is text, on one line, and no address of its own making', async ({
  page,
  open,
}) => {
  await left(page, [
    { address: MAKER, name: '<img src=x onerror=alert(1)>\u202Egnp.exe\n' },
    { address: 'javascript:alert(1)', name: 'x' },
    null,
  ])
  await open(`?address=${MAKER}`)
  await expect(account(page)).toContainText('<img src=x onerror=alert(1)>gnp.exe')
  await expect(account(page)).toContainText('0xaaaa…aaaa')
  await opener(page).click()
  await expect(rows(page)).toHaveCount(1)
})

test('clearing what this browser keeps clears the kept addresses, in all tabs', async ({ page, open, context }) => {
  await open(`?address=${MAKER}`)
  await keepAs(page, 'Market maker')
  await expect(account(page)).toContainText('Market maker')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(opener(other)).toBeVisible()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Clear it' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(opener(page)).toHaveCount(0)
  await expect(opener(other)).toHaveCount(0)
  expect(await inBrowser(page)).toBeNull()
  await other.close()
})
