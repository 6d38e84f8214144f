import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { checkEngine } from './lib/engine.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { fromRoot } from './lib/root.mjs'
import { runTool, tool } from './lib/run.mjs'
import { main, Stop } from './lib/stop.mjs'

const ROUNDS = 10

function roundsAsked([flag, value]) {
  if (flag === undefined) return ROUNDS
  const rounds = Number(value)
  if (flag !== '--rounds' || !Number.isInteger(rounds) || rounds < 1)
    throw new Stop('Usage: npm run fuzz [-- --rounds 10]')
  return rounds
}

function propertyTests() {
  const tests = execFileSync('git', ['ls-files', 'src/**/*.test.ts', 'src/**/*.test.tsx'], {
    cwd: fromRoot(),
    encoding: 'utf8',
  })
  return tests.split('\n').filter((path) => path && readFileSync(fromRoot(path), 'utf8').includes("'fast-check'"))
}

/** `npm run fuzz`: the property tests with a new seed each round, up to the first that fails, whose seed it names. */
await main(async () => {
  checkEngine()
  const rounds = roundsAsked(process.argv.slice(2))
  await ensureInstalled()
  const files = propertyTests()
  for (let round = 1; round <= rounds; round += 1) {
    const seed = randomInt(1, 2 ** 31)
    const { code, output } = await runTool(tool('vitest'), ['run', '--configLoader', 'runner', ...files], {
      env: { FUZZ_SEED: String(seed) },
    })
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} round ${round} of ${rounds}, FUZZ_SEED=${seed}`)
    if (code === 0) continue
    console.log(`\n${output.trim()}`)
    return 1
  }
  return 0
})
