/** The fault table as Markdown: detection and recovery, the median and the worst of the runs. */
import type { RowResult } from './harness'
import type { Row } from './row'

export interface Tally {
  readonly row: Row
  readonly results: readonly RowResult[]
}

/** Faults that cannot be brought about here, and why. */
const NOT_INJECTED: readonly (readonly [fault: string, why: string])[] = [
  ['12, a computer that sleeps', 'the machine cannot be suspended; a frozen page and a hole while hidden stand for it'],
  ['8, close codes 1004 to 1006 and 1015', 'no server may send them; a cut connection gives 1006, which is injected'],
  [
    '14, a real change of network',
    'loopback has one path; the browser’s offline switch with a black hole stands for it',
  ],
  ['28, a real wallet extension', 'no store of extensions is reachable; a wallet-standard object stands for it'],
]

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}

function times(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return '—'
  const seconds = (ms: number) => (ms / 1000).toFixed(2)
  return known.length === 1
    ? `${seconds(median(known))} s`
    : `${seconds(median(known))} / ${seconds(Math.max(...known))} s`
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

export const passed = ({ results }: Tally) => results.length > 0 && results.every((result) => result.passed)

export function toMarkdown(tallies: readonly Tally[]): string {
  const lines = tallies.map((tally) => {
    const { row, results } = tally
    const failures = results.filter((result) => !result.passed)
    const measured = failures[0]?.trouble ?? results.at(-1)?.said ?? ''
    return [
      row.id,
      row.name,
      row.expected,
      times(results.map(({ detectedMs }) => detectedMs)),
      times(results.map(({ recoveredMs }) => recoveredMs)),
      `${Math.max(0, ...results.map(({ worstLagMs }) => worstLagMs))} ms`,
      measured,
      passed(tally) ? `yes (${results.length})` : `**NO** (${failures.length} of ${results.length})`,
    ]
  })
  const head = ['row', 'fault', 'expected', 'noticed', 'live again', 'oldest figure', 'measured', 'pass (runs)']
  const rule = head.map(() => '---')
  const good = tallies.filter(passed).length
  return [
    ...[head, rule, ...lines].map((cells) => `| ${cells.map(cell).join(' | ')} |`),
    '',
    `${good} of ${tallies.length} rows pass. Times are the median and the worst of the runs. "Oldest figure": the longest that a`,
    'delivered message was not on show in a panel called live.',
    '',
    'Not injected:',
    ...NOT_INJECTED.map(([fault, why]) => `- ${fault}: ${why}`),
    '',
  ].join('\n')
}
