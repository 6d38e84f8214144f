/** A Chromium started by hand, with a debugging port: Playwright's own comes with throttling and caches switched off. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BrowserOptions {
  readonly executablePath: string
  readonly args: readonly string[]
}

export interface RunningChromium {
  /** Of its debugging protocol. */
  readonly endpoint: string
  readonly pid: number
  readonly close: () => Promise<void>
}

/** `more` are further arguments. A new profile each time, so nothing is left of the run before. */
export async function startChromium(
  { executablePath, args }: BrowserOptions,
  more: readonly string[],
): Promise<RunningChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'perpscope-browser-'))
  const child = spawn(
    executablePath,
    [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
      ...more,
      '--ignore-certificate-errors',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // A browser outlives the process that started it: whoever stops a suite must not find it running for days.
  const abandon = () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  process.once('exit', abandon)
  const close = async () => {
    process.off('exit', abandon)
    child.kill('SIGKILL')
    await gone
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { endpoint: await endpointOf(child), pid: child.pid ?? 0, close }
  } catch (error) {
    await close()
    throw error
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length > 20_000) return
      said += String(chunk)
      const endpoint = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (endpoint !== undefined) resolve(endpoint)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)))
    child.once('error', reject)
  })
}
