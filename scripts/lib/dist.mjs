import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './root.mjs'
import { Stop } from './stop.mjs'

/** Every file of the built site: its path inside dist, and its content. */
export function readDist(folder = fromRoot('dist')) {
  if (!existsSync(folder)) throw new Stop('There is no dist: run npm run build first.')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: path.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(path) }
    })
}
