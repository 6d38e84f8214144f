/**
 * What the page needs before its first script has come: the reader's theme, which the shell is drawn in, and the lazy chunks that
 * are drawn first, asked for while that script still comes, and not a round trip after it. By a script: links in the page would
 * share the line with the stylesheet, and the first picture wait for them.
 */
import { createHash } from 'node:crypto'
import { minifySync, type Plugin } from 'vite'

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

/**
 * The script; it runs before anything is drawn. Behind the first picture it shows the shell's panels, in the sizes that the reader gave
 * them, and asks for the chunks: on a slow machine both would keep that back. Not before all of the page has come: a frame before shows
 * nothing, and the rest would move them. The import map holds the chunks to their hashes. What was kept is checked, and put in force again, by the page's own
 * script (src/domain/preferences.ts).
 */
export function aheadScript(
  chunks: readonly (readonly [path: string, media: string])[],
  base: string,
  preferences: string,
): string {
  const list = JSON.stringify(chunks.map(([path, media]) => [base + path, media]))
  return `{
  const { dataset } = document.documentElement
  if (/[?&]address=/.test(location.search)) dataset.asked = ''
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('${preferences}')) ?? {}
  } catch {
    // It cannot be read.
  }
  const { theme, density, paneSizes } = kept
  if (theme === 'dark' || theme === 'light') dataset.theme = theme
  if (density === 'compact') dataset.density = density
  const goOn = () => {
    for (const pane of document.querySelectorAll('[data-pane]')) {
      const size = paneSizes?.[pane.dataset.pane]
      if (typeof size === 'number') pane.style.flexBasis = size + pane.dataset.unit
    }
    dataset.begun = ''
    for (const [href, media] of ${list}) {
      if (media !== '' && !matchMedia(media).matches) continue
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }))
    }
  }
  const look = () => {
    if (document.readyState === 'loading') requestAnimationFrame(look)
    else setTimeout(goOn)
  }
  requestAnimationFrame(look)
}
`
}

const STYLES = /( *)<link rel="stylesheet"[^>]*>/

/**
 * `html` with the script, which runs while the stylesheet comes: behind that it would wait for it, and then keep the first picture
 * back for as long as a slow machine takes. The stylesheet is asked for before; throws where there is none.
 */
export function withAhead(html: string, script: string): string {
  if (!STYLES.test(html)) throw new Error('index.html has no stylesheet')
  return html.replace(STYLES, (styles: string, indent: string) => {
    const asked = styles.replace('rel="stylesheet"', 'rel="preload" as="style"')
    return [asked, indent + script, styles].join('\n')
  })
}

/** `preferences`: the name by which the browser keeps them. */
export function drawnFirst(wanted: readonly DrawnFirst[], preferences: string): Plugin {
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
        const written = aheadScript(wantedChunks(wanted, chunks, html), base, preferences)
        const { code: source, errors } = minifySync('ahead.js', written)
        if (errors.length > 0) throw new Error(`the script that runs first: ${errors[0]?.message}`)
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
        const fileName = `assets/ahead-${hash}.js`
        this.emitFile({ type: 'asset', fileName, source })
        page.source = withAhead(html, `<script crossorigin src="${base}${fileName}"></script>`)
      },
    },
  }
}
