/** What threads have spent on a processor, by the kernel's own accounting (Linux, /proc). */
import { readdirSync, readFileSync } from 'node:fs'

export interface CpuTime {
  /** Main threads of all renderers, in ms. A renderer in reserve sleeps and adds nothing. */
  readonly mainMs: number
  /** Every thread of every process of the browser, in ms. */
  readonly totalMs: number
}

/** Of the browser that `pid` started and all that came of it. Throws where the kernel keeps no such accounts. */
export function cpuTime(pid: number): CpuTime {
  let mainMs = 0
  let totalMs = 0
  for (const process of familyOf(pid)) {
    const threads = threadTimes(process)
    for (const ms of threads.values()) totalMs += ms
    if (isRenderer(process)) mainMs += threads.get(process) ?? 0
  }
  return { mainMs, totalMs }
}

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(Number(name))
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const family = [pid]
  // It grows while it is walked.
  for (const member of family) family.push(...(children.get(member) ?? []))
  return family
}

/** null: it has ended meanwhile. */
function parentOf(pid: number): number | null {
  // The name of a program may hold spaces and brackets: the fields begin behind its last one.
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[1] === undefined ? null : Number(fields[1])
}

function isRenderer(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`)?.includes('--type=renderer') === true
}

/** By thread id; the main thread has its process's. */
function threadTimes(pid: number): Map<number, number> {
  const times = new Map<number, number>()
  let threads: string[] = []
  try {
    threads = readdirSync(`/proc/${pid}/task`)
  } catch {
    return times
  }
  for (const thread of threads) {
    const nanoseconds = read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0]
    if (nanoseconds !== undefined) times.set(Number(thread), Number(nanoseconds) / 1e6)
  }
  return times
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
