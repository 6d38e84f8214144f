/**
 * The lazy chunks that a page draws first, asked for while its first script still comes, and not a round trip after it. By a
 * script, which waits for the stylesheet: links in the page would share the line with that, and the first picture wait for them.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

export interface DrawnFirst {
  /** The end of a module's path; the module begins a chunk. */
  readonly module: string
  /** Where it is wanted; everywhere without. */
  readonly media?: string
}

interface Chunk {
  readonly fileName: string
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
}

/** [path, media] of those chunks and of what they import, but for what the page loads by itself; throws where one is no chunk. */
export function wantedChunks(
  wanted: readonly DrawnFirst[],
  chunks: readonly Chunk[],
  html: string,
): readonly (readonly [path: string, media: string])[] {
  const found = new Map<string, string>()
  for (const { module, media = '' } of wanted) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module) === true)
    if (chunk === undefined) throw new Error(`${module} is no chunk of its own`)
    found.set(chunk.fileName, media)
    for (const path of chunk.imports) if (!found.has(path)) found.set(path, '')
  }
  return [...found].filter(([path]) => !html.includes(path))
}

/** The script; the import map holds what it asks for to its hashes. */
export function aheadScript(chunks: readonly (readonly [path: string, media: string])[], base: string): string {
  const list = JSON.stringify(chunks.map(([path, media]) => [base + path, media]))
  return `for (const [href, media] of ${list}) {
  if (media !== '' && !matchMedia(media).matches) continue
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }))
}
`
}

export function drawnFirst(wanted: readonly DrawnFirst[]): Plugin {
  let base = '/'
  return {
    name: 'perpscope:drawn-first',
    enforce: 'post',
    configResolved(config) {
      base = config.base
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the build has no index.html')
        const html = String(page.source)
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const source = aheadScript(wantedChunks(wanted, chunks, html), base)
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
        const fileName = `assets/ahead-${hash}.js`
        this.emitFile({ type: 'asset', fileName, source })
        const tag = `<script type="module" crossorigin src="${base}${fileName}"></script>`
        page.source = html.replace('<script type="module"', `${tag}\n    <script type="module"`)
      },
    },
  }
}
