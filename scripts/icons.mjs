import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from './lib/chromium.mjs'
import { fromRoot } from './lib/root.mjs'
import { main } from './lib/stop.mjs'

/**
 * `npm run icons`: the pictures of the installed app, drawn from public/favicon.svg. They are kept in the repository, since
 * a build needs no browser. `share`: of the picture's width that the drawing takes; null leaves the icon as it is, with
 * its round corners. A launcher may cut a maskable icon to the circle of 80 % of its width.
 */
const ICONS = [
  { name: 'icon-192.png', size: 192, share: null },
  { name: 'icon-512.png', size: 512, share: null },
  { name: 'maskable-512.png', size: 512, share: 0.7 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.9 },
]

/** The icon as it is, or its drawing on a ground that reaches to the corners. */
function drawn(svg, share) {
  if (share === null) return svg
  const [, ground, fill, shapes] = /^(.*?<rect[^>]*?) rx="\d+" (fill="[^"]+"\/>)(.*)<\/svg>\s*$/s.exec(svg) ?? []
  if (shapes === undefined) throw new Error('favicon.svg has no ground with round corners before its drawing')
  return `${ground} ${fill}<g transform="translate(16 16) scale(${share}) translate(-16 -16)">${shapes}</g></svg>`
}

await main(async () => {
  const svg = readFileSync(fromRoot('public', 'favicon.svg'), 'utf8')
  mkdirSync(fromRoot('public', 'icons'), { recursive: true })
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    for (const { name, size, share } of ICONS) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawn(svg, share)}`)
      const path = fromRoot('public', 'icons', name)
      writeFileSync(path, await page.screenshot({ omitBackground: true }))
      console.log(`public/icons/${name}  ${size} px`)
    }
  } finally {
    await browser.close()
  }
})
