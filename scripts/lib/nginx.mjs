import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { apt } from './apt.mjs'
import { fromRoot } from './root.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'

const UNPACKED = fromRoot('.cache', 'nginx')

async function firstThatStarts(paths) {
  for (const path of paths) if ((await run(path, ['-v'])).code === 0) return path
  return undefined
}

/**
 * The system's package, unpacked and not installed: installing it would start a server on this machine. Undefined where that
 * cannot be had.
 */
async function unpack() {
  rmSync(UNPACKED, { recursive: true, force: true })
  mkdirSync(UNPACKED, { recursive: true })
  console.log("No nginx found: trying the system's (apt-get download nginx).")
  await apt('update')
  const { code, output } = await run('sh', ['-c', 'cd "$0" && apt-get -q download nginx', UNPACKED])
  const file = readdirSync(UNPACKED).find((name) => name.endsWith('.deb'))
  if (code !== 0 || file === undefined) {
    console.log(output)
    return undefined
  }
  await run('dpkg', ['-x', join(UNPACKED, file), UNPACKED])
  return firstThatStarts([join(UNPACKED, 'usr', 'sbin', 'nginx')])
}

/** An nginx to try the built site's sample with. */
export async function ensureNginx() {
  const kept = join(UNPACKED, 'usr', 'sbin', 'nginx')
  const places = ['nginx', '/usr/sbin/nginx', ...(existsSync(kept) ? [kept] : [])]
  const path = process.env.NGINX_PATH ?? (await firstThatStarts(places)) ?? (await unpack())
  if (path) return path
  throw new Stop('No nginx to try the site with: install nginx, or set NGINX_PATH to one.')
}
