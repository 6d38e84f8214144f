import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'
import { checkEngine } from './engine.mjs'
import { ensureInstalled } from './install.mjs'
import { fromRoot } from './root.mjs'
import { Stop } from './stop.mjs'

/** Runs a command of e2e/bench. Node 20 runs no TypeScript, so Vite, which is here anyway, loads it. */
export async function runBench(command) {
  checkEngine()
  if (process.platform !== 'linux') throw new Stop('The benchmark reads the accounts of Linux (/proc): run it there.')
  await ensureInstalled()
  const browser = { executablePath: await ensureChromium(), args: CHROMIUM_FLAGS }
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(fromRoot('e2e', 'bench', 'run.ts'), { logLevel: 'error' })
  return module[command](process.argv.slice(2), browser, console.log)
}
