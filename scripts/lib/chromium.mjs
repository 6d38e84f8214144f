import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { apt } from './apt.mjs'
import { run, runTool, tool } from './run.mjs'
import { Stop } from './stop.mjs'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const PLACES = {
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'],
}

/** Where a Chromium may stand, best first: CHROMIUM_PATH alone if it is set, else commands, then the usual places. */
export function chromiumCandidates(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH]
  if (platform === 'win32') {
    const folders = PLACES.win32.map((name) => env[name]).filter(Boolean)
    return folders.map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...onPath, ...(PLACES[platform] ?? [])]
}

/** Some systems have a `chromium-browser` that only says how to install one, so it has to tell its version. */
async function starts(path) {
  if (!existsSync(path)) return false
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || (await run(path, ['--version'])).code === 0
}

async function firstThatStarts(paths) {
  for (const path of paths) if (await starts(path)) return path
  return undefined
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return firstThatStarts([chromium.executablePath()].filter(Boolean))
}

/** A Chromium that is here already, or undefined. */
export async function findChromium() {
  const found = await firstThatStarts(chromiumCandidates())
  if (!found && process.env.CHROMIUM_PATH) {
    throw new Stop(`CHROMIUM_PATH names no program that starts: ${process.env.CHROMIUM_PATH}`)
  }
  return found ?? playwrightsOwn()
}

async function installWithPlaywright() {
  console.log("No Chromium found: trying Playwright's own (playwright install chromium).")
  await runTool(tool('@playwright/test', 'playwright'), ['install', 'chromium', '--no-shell'])
  return playwrightsOwn()
}

async function installFromSystem() {
  if ((await apt('--version')).code !== 0) return undefined
  console.log("No Chromium from Playwright: trying the system's (apt-get install chromium).")
  await apt('update')
  const { code, output } = await apt('install', '-y', '--no-install-recommends', 'chromium')
  if (code !== 0) console.log(output)
  return firstThatStarts(chromiumCandidates())
}

/** A Chromium, installed if there is none. */
export async function ensureChromium() {
  const path = (await findChromium()) ?? (await installWithPlaywright()) ?? (await installFromSystem())
  if (path) return path
  throw new Stop('No Chromium to test with: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}

/** Flags that keep it quiet: without them it looks up its maker's hosts at every start. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
