/** Pages held against each other under the same loads, interleaved: a machine that is busy for a while is so for all. */
import type { Lane } from './lane'
import { type Cost, type Latency, type Load, measureCost, measureLatency, quantile, type Times } from './measure'
import type { SubjectPage } from './subjects'

export interface Row {
  readonly subject: SubjectPage
  readonly load: Load
  /** Medians over all runs. */
  readonly cost: Cost
  readonly latency: Latency
  /** Main-thread time a message against the first subject's under the same load. */
  readonly ratio: number
}

interface Runs {
  readonly subject: SubjectPage
  readonly load: Load
  readonly costs: Cost[]
  readonly latencies: Latency[]
}

/** The first subject is what the others are held against. */
export async function compare(
  lane: Lane,
  subjects: readonly SubjectPage[],
  loads: readonly Load[],
  runs: number,
  times: Times,
  print: (line: string) => void,
): Promise<Row[]> {
  const all: Runs[] = loads.flatMap((load) => subjects.map((subject) => ({ subject, load, costs: [], latencies: [] })))
  for (let run = 1; run <= runs; run += 1) {
    for (const { subject, load, costs, latencies } of all) {
      const cost = await measureCost(lane, subject, load, times)
      const latency = await measureLatency(lane, subject, load, times)
      costs.push(cost)
      latencies.push(latency)
      print(
        `${run} of ${runs}: ${loadName(load)}, ${subject.name}: ${cost.mainMs.toFixed(2)} ms a message, ${ms(latency)}`,
      )
    }
  }
  const medians = all.map(({ subject, load, costs, latencies }) => ({
    subject,
    load,
    cost: median(costs),
    latency: median(latencies),
  }))
  return medians.map((row) => {
    const base = medians.find(({ load }) => load === row.load)
    return { ...row, ratio: row.cost.mainMs / (base?.cost.mainMs ?? Number.NaN) }
  })
}

export function loadName({ levels, books, trades }: Load): string {
  return `L${levels}, ${books} books/s${trades > 0 ? ` and ${trades} trades/s` : ''}`
}

const ms = ({ p50, p99 }: Latency) => `${p50.toFixed(0)} / ${p99.toFixed(0)} ms`

/** Of each field. */
export function median<T extends { readonly [name in keyof T]: number }>(records: readonly T[]): T {
  const [first] = records
  if (first === undefined) throw new RangeError('no record')
  const names = Object.keys(first) as (keyof T)[]
  const medians = names.map((name) => [
    name,
    quantile(
      records.map((record) => record[name]),
      0.5,
    ),
  ])
  return Object.fromEntries(medians) as T
}
