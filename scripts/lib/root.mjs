import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder; every script works from here, wherever it is called. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export const fromRoot = (...path) => join(root, ...path)

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
