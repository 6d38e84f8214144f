import { checkEngine } from './lib/engine.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { fromRoot } from './lib/root.mjs'
import { main } from './lib/stop.mjs'
import { endWithNpm } from './lib/with-npm.mjs'

/** `npm run exchange`: the simulated exchange alone. Node 20 runs no TypeScript, so Vite, which is here anyway, loads it. */
await main(async () => {
  checkEngine()
  await ensureInstalled()
  endWithNpm()
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(fromRoot('src', 'simulator', 'cli.ts'), { logLevel: 'error' })
  const { exitCode } = await module.main(process.argv.slice(2), console.log, console.error)
  return exitCode
})
