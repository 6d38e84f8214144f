import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { shell, withShell } from './shell'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = '<body>\n<div id="root">\n<p>Loading…</p>\n</div>\n<noscript>words</noscript>\n</body>'

it('stands in the page’s root in place of what is there while the app is worked on', () => {
  expect(withShell(PAGE, '<b>$& $1</b>')).toBe(
    '<body>\n<div id="root"><b>$& $1</b></div>\n<noscript>words</noscript>\n</body>',
  )
})

it('stops a build of a page without a place for it', () => {
  expect(() => withShell('<body></body>', '')).toThrow('index.html has no root before its noscript')
})

async function pageAt(base: string): Promise<string> {
  const plugin = shell(`${ROOT}src/app/shell.tsx`)
  Reflect.apply(plugin.configResolved as () => void, null, [{ base, root: ROOT, mode: 'production' }])
  return Reflect.apply(plugin.transformIndexHtml as () => Promise<string>, null, [PAGE])
}

it.each(['/', '/folder/', './'])('leads into the folder of the site: %s', async (base) => {
  expect(await pageAt(base)).toContain(`src="${base}favicon.svg"`)
})

it('names all panels, does nothing, and bears no style of its own', async () => {
  const html = await pageAt('/')
  for (const name of ['Price chart', 'Depth chart', 'Order book', 'Trades', 'Account', 'Funding']) {
    expect(html).toContain(`aria-label="${name}"`)
  }
  expect(html).toContain('Nothing to sign')
  expect(html.slice(0, html.indexOf('inert'))).not.toContain('<section')
  expect(html).not.toMatch(/style=|<script|<link/)
  expect(html).toContain('<noscript>words</noscript>')
})
