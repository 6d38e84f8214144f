/** What tells one build from another: the sum of every file, and of all of them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const SUMS = 'SHA256SUMS'
/** Names the build; stands in no sum, since it bears the sum of all. */
export const BUILD = 'build.json'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A line `sum  path` for each file of the folder, sorted by path, as `sha256sum --check` reads it. */
export function sumsOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== SUMS && path !== BUILD)
    .sort()
  return paths.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join('')
}

/** The sum over all files but build.json: that of SHA256SUMS, so `sha256sum SHA256SUMS` gives it again. */
export const siteHash = (sums: string) => sha256(sums)
