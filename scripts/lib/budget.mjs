import { gzipSync } from 'node:zlib'

/** Gzipped kB (1000 bytes): what index.html loads at once, all styles, and each chunk that comes later. */
const BUDGETS = { entry: 100, styles: 12, charts: 58, wallet: 140, chunk: 25 }

const kilobytes = (content) => gzipSync(content, { level: 9 }).length / 1000

/** The scripts that index.html loads or preloads. */
function entryScripts(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
    .map((tag) => /(?:src|href)="\.?\/?([^"]+\.js)"/.exec(tag)?.[1])
    .filter(Boolean)
}

// A chart's library names its own element classes, so its chunk is known whatever the bundler calls it.
function kindOf({ name, content }) {
  if (/(^|\/)wallet-island/.test(name)) return 'wallet'
  return content.includes('tv-lightweight-charts') ? 'charts' : 'chunk'
}

/** Rows of { what, size, budget } for the files of a built site. */
export function measure(files, budgets = BUDGETS) {
  const html = files.find((file) => file.name === 'index.html')?.content.toString() ?? ''
  const first = entryScripts(html)
  const scripts = files.filter((file) => file.name.endsWith('.js'))
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
