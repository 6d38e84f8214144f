/**
 * Makes of a build a site that can be trusted: its policy, its headers in the words of the hosts, the hashes of what it may
 * load, and the sums of all its files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { commitOf } from './commit'
import { headersFile, nginxFile } from './host-files'
import { type Contents, importMap, scriptSource, withIntegrity } from './integrity'
import {
  type Addresses,
  checkAddresses,
  checkBase,
  contentPolicy,
  exchangeOrigins,
  forMeta,
  policyText,
  siteHeaders,
} from './policy'
import { orStop } from './stop'
import { BUILD, SUMS, siteHash, sumsOf } from './sums'

interface Options {
  readonly networks: readonly Addresses[]
  /** Empty: the look-ups go to the exchange itself. */
  readonly proxyPath: string
}

/** Stops the build with one line where table or base would make a site that asks anybody, or nobody. */
export function trustedSite({ networks, proxyPath }: Options): Plugin {
  orStop(() => checkAddresses(networks))
  const origins = exchangeOrigins(networks, proxyPath)
  let root = ''
  let base = '/'
  let folder = ''
  let loads: readonly string[] = []
  return {
    name: 'perpscope:trusted-site',
    enforce: 'post',
    configResolved(config) {
      base = orStop(() => checkBase(config.base))
      root = config.root
      folder = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml(_html, { server }) {
      if (server === undefined) return []
      // The dev server injects scripts and styles and has a socket of its own: there, only connections are restricted.
      // Without that the wallet adapter's name look-up has no time limit and connecting hangs.
      const content = policyText(new Map([['connect-src', ["'self'", ...origins]]]))
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }]
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the build has no index.html')
        const files: Contents = new Map(
          Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
        )
        const scripts: Contents = new Map([...files].filter(([path]) => path.endsWith('.js')))
        loads = loadedAtOnce(String(page.source), base)
        const map = importMap(scripts, base)
        const policy = contentPolicy({ connect: origins, inlineScripts: [scriptSource(map)] })
        const head = [
          `<meta http-equiv="Content-Security-Policy" content="${policyText(forMeta(policy))}">`,
          `<script type="importmap">${map}</script>`,
        ]
        // First of all, since both hold for what comes after them.
        page.source = withIntegrity(String(page.source), files, base).replace(
          /<meta charset[^>]*>/,
          (charset) => `${charset}\n    ${head.join('\n    ')}`,
        )
        const headers = siteHeaders(policy)
        const place = base === './' ? '/' : base
        const proxy = proxyPath === '' ? null : { path: proxyPath, networks }
        const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
        emit('_headers', headersFile(headers, place))
        emit('_nginx.conf', nginxFile(headers, place, proxy))
        emit('404.html', notFound(place))
      },
    },
    // Files of public/ are there by now.
    writeBundle: {
      order: 'post',
      handler() {
        const sums = sumsOf(folder)
        writeFileSync(join(folder, SUMS), sums)
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
        const build = { version, commit: commitOf(root), hash: siteHash(sums), loads }
        writeFileSync(join(folder, BUILD), `${JSON.stringify(build, null, 2)}\n`)
      },
    },
  }
}

/** Paths of the scripts and styles that stand in the page. */
function loadedAtOnce(html: string, base: string): string[] {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]*"|<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? []
  return tags.map((tag) => (/\b(?:src|href)="([^"]*)"/.exec(tag)?.[1] ?? '').slice(base.length))
}

/** Without it some hosts answer a script that is gone with the page, and keep that for ever. */
const notFound = (place: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <title>Not found · Perpscope</title>
  </head>
  <body>
    <p>There is nothing here. <a href="${place}">Perpscope</a></p>
  </body>
</html>
`
