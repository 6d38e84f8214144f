/** Hashes in the page of all scripts and styles that it may load (Subresource Integrity, and the import map's part of it). */
import { createHash } from 'node:crypto'

const digest = (algorithm: string, content: string | Uint8Array) =>
  createHash(algorithm).update(content).digest('base64')

/** As `integrity` wants it. */
export const integrityOf = (content: string | Uint8Array) => `sha384-${digest('sha384', content)}`

/** A source for `script-src` by which an inline script of that text may run. */
export const scriptSource = (text: string) => `'sha256-${digest('sha256', text)}'`

/** By path inside the site. */
export type Contents = ReadonlyMap<string, string | Uint8Array>

/** The text of an import map that holds every script to its hash. `base`: what stands before a path in the page's addresses. */
export function importMap(scripts: Contents, base: string): string {
  const sorted = [...scripts].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify({
    integrity: Object.fromEntries(sorted.map(([path, content]) => [base + path, integrityOf(content)])),
  })
}

const TAG = /<(?:script|link)\b[^>]*>/g

/**
 * Gives `integrity` to the tags of a page that load one of the files: scripts, styles and scripts that are asked for ahead.
 * Throws RangeError for a script or style that is none of them.
 */
export function withIntegrity(html: string, files: Contents, base: string): string {
  return html.replace(TAG, (tag) => {
    const isLoad = /^<script\b[^>]*\bsrc=/.test(tag) || /\brel="(?:stylesheet|preload|modulepreload)"/.test(tag)
    if (!isLoad) return tag
    const address = /\b(?:src|href)="([^"]*)"/.exec(tag)?.[1] ?? ''
    const content = address.startsWith(base) ? files.get(address.slice(base.length)) : undefined
    if (content === undefined) throw new RangeError(`index.html loads ${address}, which is no file of the build.`)
    return tag.replace(/\s*\/?>$/, ` integrity="${integrityOf(content)}">`)
  })
}
