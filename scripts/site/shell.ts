/** Writes what a reader sees first into the built page, from the components that draw it later. */
import type { Plugin, ResolvedConfig } from 'vite'
import { runnerImport } from 'vite'

const PLACE = /(<div id="root">)[^]*?(<\/div>\s*<noscript>)/

/** `html` with `shell` in its root; throws where it has none. */
export function withShell(html: string, shell: string): string {
  if (!PLACE.test(html)) throw new Error('index.html has no root before its noscript')
  return html.replace(PLACE, (_all, open: string, close: string) => open + shell + close)
}

/** `module`: exports `shellHtml(base)`. */
export function shell(module: string): Plugin {
  let config: ResolvedConfig
  return {
    name: 'perpscope:shell',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async transformIndexHtml(html) {
      const { base, root, define = {}, mode } = config
      const inline = { base, root, define, mode, logLevel: 'error' } as const
      const imported = await runnerImport<{ readonly shellHtml: (base: string) => string }>(module, inline)
      return withShell(html, imported.module.shellHtml(base))
    },
  }
}
