import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { chromiumCandidates, findChromium } from './chromium.mjs'

const folders = []

/** A folder with little programs: name -> exit code. */
function folderWith(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'perpscope-chromium-'))
  folders.push(folder)
  for (const [name, code] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('where a Chromium is looked for', () => {
  test('CHROMIUM_PATH alone, when it is set', () => {
    expect(chromiumCandidates({ CHROMIUM_PATH: '/my/chromium', PATH: '/usr/bin' }, 'linux')).toEqual(['/my/chromium'])
  })

  test('Chromium before Chrome, in every folder of PATH', () => {
    expect(chromiumCandidates({ PATH: ['/a', '/b'].join(delimiter) }, 'linux').slice(0, 3)).toEqual([
      '/a/chromium',
      '/b/chromium',
      '/a/chromium-browser',
    ])
  })

  test('the usual places of macOS and Windows', () => {
    expect(chromiumCandidates({ PATH: '' }, 'darwin')[0]).toContain('/Applications/Google Chrome.app/')
    expect(chromiumCandidates({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ])
  })
})

describe.skipIf(process.platform === 'win32')('which Chromium is taken', () => {
  test('the first that starts: a stub that only complains is passed over', async () => {
    const folder = folderWith({ 'chromium-browser': 1, 'google-chrome': 0 })
    vi.stubEnv('CHROMIUM_PATH', undefined)
    vi.stubEnv('PATH', folder)
    expect(await findChromium()).toBe(join(folder, 'google-chrome'))
  })

  test('a CHROMIUM_PATH that does not start is said, not passed over', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    await expect(findChromium()).rejects.toThrow('CHROMIUM_PATH names no program that starts: /nowhere/chromium')
  })
})
