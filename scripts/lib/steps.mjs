import { rmSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'
import { ensureNginx } from './nginx.mjs'
import { fromPlaywright, fromVitest, ran, readResults } from './results.mjs'
import { fromRoot } from './root.mjs'
import { runTool, tool } from './run.mjs'

const UNIT_REPORT = fromRoot('.cache', 'unit.json')
const E2E_REPORT = fromRoot('.cache', 'e2e.json')

const runs = (packageName, command, ...args) => {
  return () => runTool(tool(packageName, command), args)
}

const script = (name) => () => runTool(fromRoot('scripts', name), [])

/** A step that counts: without one test that ran it has failed, whatever the runner says. */
async function counted(report, read, start) {
  rmSync(report, { force: true })
  const { code, output } = await start()
  const results = readResults(report, read)
  const failed = code !== 0 || results.failed > 0
  if (ran(results) === 0) return { code: 1, output: `${output}\nNo test ran.`, results }
  return { code: failed ? 1 : 0, output, results }
}

// The configuration imports TypeScript of ours without extensions, which the loader by default warns of at length.
const LOADER = ['--configLoader', 'runner']

async function build() {
  const vite = tool('vite')
  const built = await runTool(vite, ['build', ...LOADER])
  return built.code === 0 ? runTool(vite, ['build', '--mode', 'simulated', ...LOADER]) : built
}

const unit = () =>
  counted(UNIT_REPORT, fromVitest, () =>
    runTool(tool('vitest'), [
      'run',
      ...LOADER,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ]),
  )

/** Playwright on the tests that the arguments name. */
const browserTests = (...args) => {
  return async () => {
    const env = {
      CHROMIUM_PATH: await ensureChromium(),
      NGINX_PATH: await ensureNginx(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT,
    }
    const start = () => runTool(tool('@playwright/test', 'playwright'), ['test', ...args], { env })
    return counted(E2E_REPORT, fromPlaywright, start)
  }
}

/** All of `npm test`, in its order: name, and what gives { code, output, results? }. */
export const steps = {
  types: runs('typescript', 'tsc', '-p', '.'),
  lint: runs('oxlint', 'oxlint', '--type-aware', '--deny-warnings'),
  format: runs('@biomejs/biome', 'biome', 'check', '--error-on-warnings'),
  architecture: script('architecture.mjs'),
  'dead-code': runs('knip', 'knip', '--no-progress'),
  unit,
  build,
  size: script('size.mjs'),
  contents: script('contents.mjs'),
  trust: script('trust.mjs'),
  'supply-chain': script('supply-chain.mjs'),
  e2e: browserTests('--grep-invert', '@alone'),
  // With deadlines: a neighbour on the same cores would break them.
  'e2e-alone': browserTests('--grep', '@alone', '--workers', '1'),
}
