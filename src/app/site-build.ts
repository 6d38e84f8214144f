/** Which build the page is of, and which the site serves now: `build.json`, written beside the files (scripts/site/plugin.ts). */

export interface SiteBuild {
  readonly version: string
  /** null: built outside a repository. */
  readonly commit: string | null
  /** SHA-256 over all files of the site but build.json. */
  readonly hash: string
  /** What the page loads at once, scripts and styles: their names change with the code, lazy chunks' too. */
  readonly loads: readonly string[]
}

const LIMIT_MS = 10_000

/** The newest build of the site; null where it cannot be told: no network, no such file, or another's answer in its place. */
export async function readSiteBuild(): Promise<SiteBuild | null> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}build.json`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    return response.ok ? checkSiteBuild(await response.json()) : null
  } catch {
    return null
  }
}

export function checkSiteBuild(value: unknown): SiteBuild | null {
  if (typeof value !== 'object' || value === null) return null
  const { version, commit, hash, loads }: Partial<Record<keyof SiteBuild, unknown>> = value
  if (typeof version !== 'string' || !Array.isArray(loads) || loads.length === 0 || !loads.every(isAsset)) return null
  if (typeof hash !== 'string' || !/^[\da-f]{64}$/.test(hash)) return null
  if (commit !== null && !(typeof commit === 'string' && /^[\da-f]{40}(\+changes)?$/.test(commit))) return null
  return { version, commit, hash, loads }
}

const isAsset = (path: unknown): path is string => typeof path === 'string' && /^assets\/[\w.-]+\.(js|css)$/.test(path)

/** Whether this page is of that build: a page that a cache kept is not of the newest. */
export function isOfBuild({ loads }: SiteBuild): boolean {
  const loaded = new Set([
    ...[...document.querySelectorAll('script')].map(({ src }) => src),
    ...[...document.querySelectorAll('link')].map(({ href }) => href),
  ])
  return loads.every((path) => loaded.has(new URL(import.meta.env.BASE_URL + path, document.baseURI).href))
}
