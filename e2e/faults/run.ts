/** `npm run faults`: every row on a site built for it; its table on the screen and in .cache/faults.md. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type PluginOption } from 'vite'
import type { BrowserOptions } from '../rig/chromium'
import { type Lane, openLane, type RowResult, runRow } from './harness'
import { type Mutant, mutants, mutate } from './mutants'
import type { Row } from './row'
import { rows } from './rows'
import { passed, type Tally, toMarkdown } from './table'

const USAGE = `npm run faults -- [--only 7,9-both] [--runs 5] [--long] [--lanes 2] [--mutants]

  --only     faults by number, or rows by id
  --runs     repeats each row; the table then has the median and the worst
  --long     also the rows of ten minutes and of an hour
  --lanes    rows at a time, 2 by default; those that want the machine for themselves come one by one
  --mutants  builds the broken sites instead and wants each to fail its rows; with --only, those that are to fail such a row`

interface Options {
  readonly runs: number
  readonly only: readonly string[]
  readonly long: boolean
  readonly lanes: number
  readonly mutants: boolean
}

type Print = (line: string) => void

export async function main(args: readonly string[], browser: BrowserOptions, print: Print) {
  // A signal by itself ends a process without its exit handlers, which end the browsers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  const options = read(args)
  if (options === null) {
    print(USAGE)
    return { exitCode: 1 }
  }
  return { exitCode: (await (options.mutants ? runMutants : runRows)(options, browser, print)) ? 0 : 1 }
}

async function runRows(options: Options, browser: BrowserOptions, print: Print): Promise<boolean> {
  const chosen = rows.filter((row) => isChosen(row, options))
  if (chosen.length === 0) throw new Error(`no row is called ${options.only.join(' or ')}`)
  const tallies = await onSite([], (folder) => runAll(chosen, options, folder, browser, print))
  const table = toMarkdown(tallies)
  await mkdir('.cache', { recursive: true })
  await writeFile(join('.cache', 'faults.md'), table)
  print(`\n${table}`)
  return tallies.every(passed)
}

/** Each mutant has to fail each of its rows. */
async function runMutants(options: Options, browser: BrowserOptions, print: Print): Promise<boolean> {
  const lines: string[] = []
  let caught = 0
  const wanted = mutants.filter((mutant) => options.only.length === 0 || mutant.rows.some((id) => isNamed(id, options)))
  if (wanted.length === 0) throw new Error(`no broken build is to fail row ${options.only.join(' or ')}`)
  for (const mutant of wanted) {
    const chosen = rows.filter(({ id }) => mutant.rows.includes(id))
    const quiet = { ...options, runs: 1 }
    const tallies = await onSite([mutate(mutant)], (folder) => runAll(chosen, quiet, folder, browser, () => undefined))
    const line = verdict(mutant, tallies)
    if (line.caught) caught += 1
    lines.push(line.text)
    print(line.text)
  }
  print(`${caught} of ${wanted.length} broken builds are caught.`)
  await mkdir('.cache', { recursive: true })
  await writeFile(join('.cache', 'faults-mutants.md'), `${lines.join('\n')}\n`)
  return caught === wanted.length
}

function verdict(mutant: Mutant, tallies: readonly Tally[]) {
  const survived = tallies.filter(passed).map(({ row }) => row.id)
  const found = tallies
    .filter((tally) => !passed(tally))
    .map(({ row, results }) => `${row.id} (${results[0]?.trouble ?? ''})`)
  const caught = survived.length === 0 && tallies.length === mutant.rows.length
  const text = caught
    ? `caught  ${mutant.name}: by row ${found.join(', by row ')}`
    : `SURVIVED ${mutant.name}: row ${survived.join(', ')} passed; caught by ${found.join(', ') || 'none'}`
  return { caught, text }
}

async function onSite<T>(plugins: PluginOption[], work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'perpscope-faults-site-'))
  // What loads this file says "development", and React would be built for that: it is the deployed site that is judged.
  process.env.NODE_ENV = 'production'
  try {
    await build({ logLevel: 'error', configLoader: 'runner', plugins, build: { outDir: folder, emptyOutDir: true } })
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runAll(
  chosen: readonly Row[],
  options: Options,
  folder: string,
  browser: BrowserOptions,
  print: Print,
): Promise<Tally[]> {
  const tallies = chosen.map((row) => ({ row, results: [] as RowResult[] }))
  const jobs = Array.from({ length: options.runs }, () => tallies).flat()
  const lanes = await Promise.all(Array.from({ length: options.lanes }, () => openLane(folder, browser)))
  const work = async (lane: Lane, queue: (typeof tallies)[number][]) => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const result = await runRow(lane, job.row)
      job.results.push(result)
      print(line(result))
    }
  }
  try {
    const light = jobs.filter(({ row }) => row.heavy !== true)
    await Promise.all(lanes.map((lane) => work(lane, light)))
    const heavy = jobs.filter(({ row }) => row.heavy === true)
    await Promise.all(lanes.slice(0, 1).map((lane) => work(lane, heavy)))
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
  return tallies
}

function line({ row, passed: good, trouble, said, detectedMs, recoveredMs }: RowResult): string {
  const times = [
    detectedMs === undefined ? '' : `noticed after ${detectedMs} ms`,
    recoveredMs === undefined ? '' : `live again after ${recoveredMs} ms`,
  ]
  const words = [...times, said, trouble].filter((text) => text !== '').join('; ')
  return `${good ? 'ok    ' : 'FAILED'} ${row.id.padEnd(10)} ${row.name}: ${words}`
}

function isChosen({ id, length }: Row, options: Options): boolean {
  if (options.only.includes(id)) return true
  return (options.only.length === 0 || isNamed(id, options)) && (options.long || length !== 'long')
}

/** By itself or by the number of its fault. */
const isNamed = (id: string, { only }: Options) => only.some((name) => id === name || id.split('-')[0] === name)

/** Null where the arguments are not understood. */
function read(args: readonly string[]): Options | null {
  let options: Options = { runs: 1, only: [], long: false, lanes: 2, mutants: false }
  const rest = [...args]
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--long') options = { ...options, long: true }
    else if (name === '--mutants') options = { ...options, mutants: true }
    else if (name === '--only') options = { ...options, only: (rest.shift() ?? '').split(',') }
    else if (name === '--runs') options = { ...options, runs: Number(rest.shift()) }
    else if (name === '--lanes') options = { ...options, lanes: Number(rest.shift()) }
    else return null
  }
  return options.runs >= 1 && options.lanes >= 1 ? options : null
}
