/** Builds what is measured into a folder of its own: the site as it is deployed, the floor, and the rivals. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { buildRivals } from './rivals/build'

export interface Sites {
  readonly app: string
  readonly floor: string
  readonly rivals: string
  /** The app with the names of its functions. */
  readonly plain: string
}

export async function withSites<T>(work: (sites: Sites) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'perpscope-bench-'))
  const sites = {
    app: join(folder, 'app'),
    floor: join(folder, 'floor'),
    rivals: join(folder, 'rivals'),
    plain: join(folder, 'plain'),
  }
  // A signal by itself ends a process without its exit handlers, which end the browsers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  // What loads this file says "development", and React would be built for that.
  process.env.NODE_ENV = 'production'
  try {
    const shared = { logLevel: 'error', configLoader: 'runner' } as const
    await build({ ...shared, build: { outDir: sites.app, emptyOutDir: true } })
    await build({ ...shared, build: { outDir: sites.plain, emptyOutDir: true, minify: false } })
    await build({
      logLevel: 'error',
      configFile: false,
      root: fileURLToPath(new URL('floor', import.meta.url)),
      build: { outDir: sites.floor, emptyOutDir: true },
    })
    await buildRivals(sites.rivals)
    return await work(sites)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
