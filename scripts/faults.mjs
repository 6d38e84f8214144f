import { CHROMIUM_FLAGS, ensureChromium } from './lib/chromium.mjs'
import { checkEngine } from './lib/engine.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { fromRoot } from './lib/root.mjs'
import { main } from './lib/stop.mjs'

/** `npm run faults`: the fault suite. Node 20 runs no TypeScript, so Vite, which is here anyway, loads it. */
await main(async () => {
  checkEngine()
  await ensureInstalled()
  const browser = { executablePath: await ensureChromium(), args: CHROMIUM_FLAGS }
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(fromRoot('e2e', 'faults', 'run.ts'), { logLevel: 'error' })
  const { exitCode } = await module.main(process.argv.slice(2), browser, console.log)
  return exitCode
})
