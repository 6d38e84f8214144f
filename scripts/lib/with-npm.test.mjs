import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { fromRoot } from './root.mjs'

const SERVER = `import { endWithNpm } from ${JSON.stringify(fromRoot('scripts', 'lib', 'with-npm.mjs'))}
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1000)
endWithNpm()
process.stdout.write(String(process.pid))`

/** A server behind a shell that stays its parent, as npm starts one. */
async function startServer(env) {
  const shell = spawn('sh', ['-c', `"${process.execPath}" --input-type=module -e "$SERVER"; true`], {
    env: { ...env, SERVER },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pid] = await once(shell.stdout, 'data')
  // The pipe is the server's alone once the shell is gone: it closes with it.
  return { shell, pid: Number(pid), ended: once(shell.stdout, 'close') }
}

const endsWithin = (ms, ended) =>
  Promise.race([ended.then(() => true), new Promise((done) => setTimeout(done, ms, false))])

describe.skipIf(process.platform === 'win32')('a server that npm started', () => {
  test('ends when the shell between them is ended', async () => {
    const { shell, ended } = await startServer({ npm_lifecycle_event: 'start' })
    shell.kill('SIGTERM')
    expect(await endsWithin(10_000, ended)).toBe(true)
  })

  test('goes on where npm has nothing to do with it', async () => {
    const { shell, pid, ended } = await startServer({})
    shell.kill('SIGTERM')
    expect(await endsWithin(1500, ended)).toBe(false)
    process.kill(pid, 'SIGKILL')
    await ended
  })
})
