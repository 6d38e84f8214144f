import { checkEngine } from './lib/engine.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { addUp, closingLine, ran } from './lib/results.mjs'
import { steps } from './lib/steps.mjs'
import { main, Stop } from './lib/stop.mjs'

function chosenSteps(names) {
  const unknown = names.find((name) => !(name in steps))
  if (unknown) throw new Stop(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`)
  return Object.keys(steps).filter((name) => names.length === 0 || names.includes(name))
}

async function runStep(name) {
  const started = Date.now()
  const outcome = await steps[name]().catch((error) => {
    if (error instanceof Stop) return { code: 1, output: error.message }
    throw error
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const counts = outcome.results ? `  ${closingLine(outcome.results)}` : ''
  console.log(`${outcome.code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(13)} ${seconds.padStart(5)} s${counts}`)
  return outcome
}

/** `npm test`: every step in its order, up to the first that fails; `npm test -- types lint` runs only those. */
await main(async () => {
  checkEngine()
  const names = chosenSteps(process.argv.slice(2))
  await ensureInstalled()
  const results = []
  let failedStep
  for (const name of names) {
    const outcome = await runStep(name)
    if (outcome.results) results.push(outcome.results)
    if (outcome.code === 0) continue
    for (const failure of outcome.results?.failures ?? []) console.log(`       ${failure}`)
    console.log(`\n${outcome.output.trim()}\n\nThe step "${name}" failed; run it alone with: npm test -- ${name}`)
    failedStep = name
    break
  }
  const sum = addUp(results)
  // Said again at the end: what keeps a log may keep its first or its last lines only.
  for (const failure of sum.failures) console.log(`failed: ${failure}`)
  if (ran(sum) > 0) console.log(`\n${closingLine(sum)}`)
  return failedStep ? 1 : 0
})
