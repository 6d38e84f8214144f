import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** What a build with that environment says where it ends. */
function build(env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--configLoader', 'runner', '--outDir', folder]
  return new Promise<{ readonly code: unknown; readonly said: string; readonly built: boolean }>((done) => {
    execFile(process.execPath, vite, { env: { ...process.env, NODE_ENV: 'production', ...env } }, (error, out, err) => {
      const built = existsSync(join(folder, 'index.html'))
      rmSync(folder, { recursive: true })
      done({ code: error?.code ?? 0, said: out + err, built })
    })
  })
}

it.each([
  [{ PERPSCOPE_BASE: 'perpscope' }, 'base must be / or ./'],
  [{ PERPSCOPE_BASE: 'https://evil.example/' }, 'base must be / or ./'],
  [{ PERPSCOPE_PROXY: 'https://evil.example/exchange' }, 'PERPSCOPE_PROXY must be a path on the site itself'],
  [{ PERPSCOPE_PROXY: '//evil.example' }, 'PERPSCOPE_PROXY must be a path on the site itself'],
])('a build with %j ends with one line, and makes no site', async (env, words) => {
  const { code, said, built } = await build(env)
  expect({ code, built }).toEqual({ code: 1, built: false })
  expect(said.trim().split('\n')).toEqual([expect.stringContaining(words)])
})
