/** Tables of BENCHMARKS.md, and the places in it that a run writes anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Row, loadName } from './compare'
import type { HeapGrowth } from './heap'

const FILE = 'BENCHMARKS.md'

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`; a place that is not there yet is put at the end. */
export function withSection(file: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [file.indexOf(start), file.indexOf(end)]
  const section = `${start}\n\n${text.trim()}\n\n${end}`
  if (from < 0 || to < from) return `${file.trimEnd()}\n\n${section}\n`
  return file.slice(0, from) + section + file.slice(to + end.length)
}

export function writeSection(name: string, text: string): void {
  const file = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Benchmarks\n'
  writeFileSync(FILE, withSection(file, name, text))
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** "—" for what could not be measured. */
export const figure = (value: number, decimals = 1) => (Number.isFinite(value) ? value.toFixed(decimals) : '—')
export const percent = (share: number) => (Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '—')

export function compareTable(rows: readonly Row[]): string {
  const head = [
    'load',
    'page',
    'main thread, ms a message',
    '× floor',
    'of a core',
    'all threads',
    'script / style / layout',
    'latency p50 / p99, ms',
    'dropped frames',
    'long tasks',
    'DOM nodes',
  ]
  return table(
    head,
    rows.map(({ subject, load, cost, latency, ratio }) => [
      loadName(load),
      subject.name,
      figure(cost.mainMs, 2),
      figure(ratio, 2),
      percent(cost.main),
      percent(cost.total),
      [cost.script, cost.style, cost.layout].map((share) => figure(share * 100, 0)).join(' / '),
      latency.behind > BEHIND
        ? `${latency.behind} messages behind`
        : `${figure(latency.p50, 0)} / ${figure(latency.p99, 0)}`,
      `${latency.dropped} of ${latency.frames + latency.dropped}`,
      String(latency.longTasks),
      figure(cost.nodes, 0),
    ]),
  )
}

/** A page that is farther behind when the stream ends does not keep up, and its latency says how long it was measured. */
const BEHIND = 250

export function heapTable(rows: readonly HeapGrowth[]): string {
  return table(
    ['page', 'messages', 'heap before, MB', 'heap after, MB', 'a 100,000 messages, MB', 'DOM nodes', 'listeners'],
    rows.map(({ subject, messages, before, after }) => [
      subject.name,
      String(messages),
      figure(before.heapMb, 2),
      figure(after.heapMb, 2),
      figure(((after.heapMb - before.heapMb) / messages) * 100_000, 2),
      `${before.nodes} → ${after.nodes}`,
      `${before.listeners} → ${after.listeners}`,
    ]),
  )
}
