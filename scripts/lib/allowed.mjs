import { existsSync, readFileSync } from 'node:fs'
import { fromRoot, readJson } from './root.mjs'

export const MINIMUM_AGE_DAYS = 14

const DAY_MS = 86_400_000

const LINE =
  /^(?<id>\S+@[^@\s]+) {2}(?<use>site|tool) {2}(?<licence>\S+(?: \S+)*) {2}published (?<published>\d{4}-\d\d-\d\d) {2}listed (?<listed>\d{4}-\d\d-\d\d)(?: {2}urgent: (?<urgent>\S.*))?$/

const HEAD = `# Every package that package-lock.json may hold, its licence, the day it was published and the day it was let in,
# ${MINIMUM_AGE_DAYS} days later or with a reason. "site": asked for by what the site is made of, "tool": by what builds and tests it alone.
# \`npm run allow\` writes this list, \`npm test -- supply-chain\` compares it.
`

/** Whole days (UTC) from one YYYY-MM-DD to another. */
export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY_MS

export const dayAfter = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The list as a file: one sorted line for each { id, use, licence, published, listed, urgent? }. */
export function formatList(entries) {
  // By its id, so that two lines for one package are not as this writes them.
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const lines = once.map(({ id, use, licence, published, listed, urgent }) =>
    [id, use, licence, `published ${published}`, `listed ${listed}`, ...(urgent ? [`urgent: ${urgent}`] : [])].join(
      '  ',
    ),
  )
  return `${HEAD}${lines.sort().join('\n')}\n`
}

/** { entries, unread }: what the lines of a list say, and the numbers of those that say nothing. */
export function parseList(text) {
  const entries = []
  const unread = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const found = LINE.exec(line)
    if (found) entries.push({ ...found.groups })
    else unread.push(index + 1)
  }
  return { entries, unread }
}

/** One { id, use, licence, integrity } for each package and version of a lockfile, however often it is installed. */
export function lockedPackages(lock, isSite) {
  const packages = new Map()
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue
    const id = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${entry.version}`
    const use = (isSite && !entry.dev) || packages.get(id)?.use === 'site' ? 'site' : 'tool'
    packages.set(id, { id, use, licence: entry.license, integrity: entry.integrity })
  }
  return [...packages.values()]
}

/** Each folder with packages of its own, and whether any of them may become part of the site. */
const FOLDERS = [
  { folder: '', isSite: true },
  { folder: 'e2e/bench/rivals/', isSite: false },
]

/** What is known of each folder's packages: { folder, isSite, manifest, npmrc, lock, listPath, list }; absent files are empty. */
export function readProjects() {
  return FOLDERS.map(({ folder, isSite }) => {
    const text = (name) => (existsSync(fromRoot(folder, name)) ? readFileSync(fromRoot(folder, name), 'utf8') : '')
    return {
      folder,
      isSite,
      manifest: readJson(fromRoot(folder, 'package.json')),
      lock: readJson(fromRoot(folder, 'package-lock.json')),
      npmrc: text('.npmrc'),
      list: text('allowed-packages.txt'),
      listPath: fromRoot(folder, 'allowed-packages.txt'),
    }
  })
}
