import { existsSync } from 'node:fs'
import { runNpm } from './npm.mjs'
import { fromRoot, readJson } from './root.mjs'
import { Stop } from './stop.mjs'

/**
 * The first package that differs between package-lock.json and npm's own record inside node_modules, which npm writes
 * last; undefined when they agree. Optional packages are left out: they depend on the machine.
 */
export function firstDifference(lock, installed) {
  return Object.entries(lock.packages).find(
    ([path, entry]) =>
      path !== '' &&
      !(entry.optional && !installed.packages[path]) &&
      (installed.packages[path]?.version !== entry.version || installed.packages[path]?.integrity !== entry.integrity),
  )?.[0]
}

function whyInstall() {
  const record = fromRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'node_modules is missing'
  const different = firstDifference(readJson(fromRoot('package-lock.json')), readJson(record))
  return different && `${different} is not the one in package-lock.json`
}

/** Installs what package-lock.json names, if that isn't there yet. */
export async function ensureInstalled() {
  const reason = whyInstall()
  if (!reason) return
  console.log(`Installing the packages (npm ci): ${reason}.`)
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { code } = await runNpm(args, { show: true })
  if (code !== 0)
    throw new Stop(`Installing the packages failed (npm ci, exit code ${code}); npm's own words stand above.`)
}
