import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Gzipped kB (1000 bytes): what runs before the page is drawn, all styles, and each chunk that comes later. */
const BUDGETS = { entry: 100, styles: 12, charts: 58, wallet: 140, chunk: 25 }

const kilobytes = (content) => gzipSync(content, { level: 9 }).length / 1000

const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^'"`;()]*?\bfrom\s*)?["'](\.[^"']+\.js)["']/g

/**
 * The scripts that run before anything is drawn: those of index.html, and all that they import. A lazy chunk that a link asks
 * for ahead stays a lazy one.
 */
function entryScripts(html, scripts) {
  const byName = new Map(scripts.map((file) => [file.name, file]))
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  const first = new Set(tags.map((tag) => /src="\.?\/?([^"]+\.js)"/.exec(tag)?.[1]).filter(Boolean))
  // It grows while it is walked.
  for (const name of first) {
    const text = byName.get(name)?.content.toString() ?? ''
    for (const [, path] of text.matchAll(STATIC_IMPORT)) first.add(posix.join(posix.dirname(name), path))
  }
  return [...first]
}

// A chart's library names its own element classes, so its chunk is known whatever the bundler calls it.
function kindOf({ name, content }) {
  if (/(^|\/)wallet-island/.test(name)) return 'wallet'
  return content.includes('tv-lightweight-charts') ? 'charts' : 'chunk'
}

/** Rows of { what, size, budget } for the files of a built site. */
export function measure(files, budgets = BUDGETS) {
  const html = files.find((file) => file.name === 'index.html')?.content.toString() ?? ''
  const scripts = files.filter((file) => file.name.endsWith('.js'))
  const first = entryScripts(html, scripts)
  const entry = scripts.filter((file) => first.includes(file.name))
  if (entry.length === 0) throw new Error('index.html loads no script of dist')
  const sum = (list) => list.reduce((total, file) => total + kilobytes(file.content), 0)
  const later = scripts.filter((file) => !first.includes(file.name))
  return [
    { what: `entry (${entry.length} files)`, size: sum(entry), budget: budgets.entry },
    { what: 'styles', size: sum(files.filter((file) => file.name.endsWith('.css'))), budget: budgets.styles },
    ...later.map((file) => ({
      what: `${kindOf(file)}: ${file.name}`,
      size: kilobytes(file.content),
      budget: budgets[kindOf(file)],
    })),
  ]
}

export const isOver = ({ size, budget }) => size > budget

export function toTable(rows) {
  const width = Math.max(...rows.map((row) => row.what.length))
  return rows.map((row) => {
    const size = row.size.toFixed(1).padStart(6)
    return `${row.what.padEnd(width)} ${size} of ${String(row.budget).padStart(3)} kB${isOver(row) ? '  TOO BIG' : ''}`
  })
}
