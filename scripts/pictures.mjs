import { parseArgs } from 'node:util'
import { ensureChromium } from './lib/chromium.mjs'
import { checkEngine } from './lib/engine.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { makeSmall, writeContactSheet } from './lib/gallery.mjs'
import { runTool, tool } from './lib/run.mjs'
import { main } from './lib/stop.mjs'

/**
 * `npm run pictures`: the main views as pictures, compared with those kept in docs/pictures; with `-- --update` the new
 * ones are kept. The same browser and fonts give the same pictures in every run.
 */
await main(async () => {
  const { values } = parseArgs({ options: { update: { type: 'boolean' } } })
  checkEngine()
  await ensureInstalled()
  const env = { CHROMIUM_PATH: await ensureChromium() }
  const built = await runTool(tool('vite'), ['build', '--configLoader', 'runner', '--logLevel', 'warn'], { show: true })
  if (built.code !== 0) return built.code
  const update = values.update ? ['--update-snapshots=changed'] : []
  const config = ['--config', 'playwright.pictures.config.ts']
  const { code } = await runTool(tool('@playwright/test', 'playwright'), ['test', ...config, ...update], {
    env,
    show: true,
  })
  if (values.update) {
    makeSmall()
    writeContactSheet()
  } else if (code !== 0)
    console.log('What differs stands in test-results; `npm run pictures -- --update` keeps the new ones.')
  return code
})
