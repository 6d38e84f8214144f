import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { daysBetween, formatList, lockedPackages, parseList, readProjects } from './lib/allowed.mjs'
import { askRegistry } from './lib/registry.mjs'
import { renewed } from './lib/renewed.mjs'
import { main, Stop } from './lib/stop.mjs'

const OPTIONS = { urgent: { type: 'string', multiple: true, default: [] }, reason: { type: 'string' } }

function readArguments() {
  try {
    const { values } = parseArgs({ options: OPTIONS })
    if (values.urgent.length > 0 && !values.reason?.trim()) throw new Error('--urgent needs its --reason')
    return { urgent: values.urgent, reason: values.reason?.replaceAll(/\s+/g, ' ').trim() }
  } catch (error) {
    throw new Stop(`npm run allow takes --urgent NAME (as often as needed) with --reason "WHY": ${error.message}.`)
  }
}

/** `npm run allow`: puts what package-lock.json holds on the lists of allowed packages, if it is old enough (UTC days). */
await main(async () => {
  const given = readArguments()
  const today = new Date().toISOString().slice(0, 10)
  const refusals = []
  const lists = []
  for (const { folder, lock, isSite, list, listPath } of readProjects()) {
    const held = parseList(list).entries
    const locked = lockedPackages(lock, isSite)
    const unknown = locked.map(({ id }) => id).filter((id) => !held.some((entry) => entry.id === id))
    if (unknown.length > 0)
      console.log(`Asking the registry about ${unknown.length} packages of ${folder || 'the project'}.`)
    const answers = await askRegistry(unknown, (done) => console.log(`  ${done}`))
    const { entries, added, removed, refused } = renewed(held, locked, answers, { today, ...given })
    refusals.push(...refused)
    lists.push({ listPath, text: formatList(entries), added, removed })
  }
  if (refusals.length > 0) throw new Stop(`${refusals.join('\n')}\nNo list was changed.`)
  for (const { listPath, text, added, removed } of lists) {
    writeFileSync(listPath, text)
    for (const { id, use, licence, published } of added)
      console.log(`+ ${id}  ${use}  ${licence}  ${daysBetween(published, today)} days old`)
    for (const { id } of removed) console.log(`- ${id}`)
  }
  if (lists.every(({ added, removed }) => added.length + removed.length === 0)) console.log('No package came or went.')
})
