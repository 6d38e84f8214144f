import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { runNpm } from './npm.mjs'
import { fromRoot } from './root.mjs'
import { Stop } from './stop.mjs'

/** What was once published doesn't change, so a run that was refused needn't ask for all of it again. */
const KEPT = fromRoot('.cache', 'published.json')
const AT_ONCE = 4
const AT_INSTALL = ['preinstall', 'install', 'postinstall']

function readKept() {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(KEPT, 'utf8'))))
  } catch {
    return new Map()
  }
}

/** { published: YYYY-MM-DD in UTC, integrity, script? } from npm's answer (`npm view --json`) about one version; a Stop when it holds no day. */
export function readAnswer(id, output) {
  let answer
  try {
    answer = JSON.parse(output)
  } catch {
    throw new Stop(`The registry's answer about ${id} can't be read: ${output.trim().split('\n')[0]}`)
  }
  const time = Date.parse(answer.time?.[id.slice(id.lastIndexOf('@') + 1)])
  if (Number.isNaN(time)) throw new Stop(`The registry doesn't say when ${id} was published.`)
  return {
    published: new Date(time).toISOString().slice(0, 10),
    integrity: answer['dist.integrity'],
    script: AT_INSTALL.find((name) => answer.scripts?.[name] !== undefined),
  }
}

async function ask(id) {
  // By npm, since it knows the user's registry, proxy and certificates.
  const { output } = await runNpm(['view', id, 'time', 'dist.integrity', 'scripts', '--json', '--loglevel=silent'])
  return readAnswer(id, output)
}

/** A map from each name@version to what the registry that npm is set to says of it (readAnswer). */
export async function askRegistry(ids, say = () => undefined) {
  const kept = readKept()
  const missing = ids.filter((id) => !kept.has(id))
  let done = 0
  const worker = async () => {
    for (let id = missing.shift(); id !== undefined; id = missing.shift()) {
      kept.set(id, await ask(id))
      done += 1
      if (done % 50 === 0) say(done)
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    mkdirSync(dirname(KEPT), { recursive: true })
    writeFileSync(KEPT, JSON.stringify(Object.fromEntries(kept)))
  }
  return kept
}
