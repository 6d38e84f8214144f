import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { drawnFirst } from './scripts/site/drawn-first'
import { licences } from './scripts/site/licences'
import { trustedSite } from './scripts/site/plugin'
import { checkBase } from './scripts/site/policy'
import { shell } from './scripts/site/shell'
import { orStop } from './scripts/site/stop'
import { WIDE } from './src/app/wide'
import { checkProxyPath, EXCHANGE_NETWORKS } from './src/config'
import { KEPT_PREFERENCES } from './src/domain/preferences'
import { simulatedExchange } from './src/simulator/vite-plugin'

/** The exchange that a first visit is connected to: its name is looked up, and the line made, while the script comes. */
function preconnect(proxyPath: string): Plugin {
  const [{ wsUrl, restUrl }] = EXCHANGE_NETWORKS
  const origins = [new URL(wsUrl).origin.replace(/^ws/, 'http'), ...(proxyPath === '' ? [restUrl] : [])]
  return {
    name: 'perpscope:preconnect',
    transformIndexHtml: () =>
      origins.map((href) => ({
        tag: 'link',
        attrs: { rel: 'preconnect', href, crossorigin: true },
        injectTo: 'head',
      })),
  }
}

const DRAWN_FIRST = [
  { module: '/src/app/desktop.tsx', media: WIDE },
  { module: '/src/app/pages.tsx', media: `not all and ${WIDE}` },
  { module: '/src/panels/order-book/order-book-panel.tsx' },
  { module: '/src/panels/account/no-account.tsx' },
]

/**
 * Puts all that the page's first script needs into one file beside it: left alone, the bundler parts what lazy chunks need too
 * into many small ones, which compress worse and each cost a request. Modules are known once the build has found them all.
 */
function firstInOnePiece() {
  const needed = new Set<string>()
  const plugin: Plugin = {
    name: 'perpscope:first-in-one-piece',
    buildEnd() {
      const found = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry === true)
      for (const id of found) {
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) {
          if (needed.has(next)) continue
          needed.add(next)
          found.push(next)
        }
      }
    },
  }
  return { plugin, group: { name: 'first', test: (id: string) => needed.has(id) } }
}

/**
 * Vite asks for the styles and shared chunks of what is imported late by a helper of its own. There is one stylesheet here, and the
 * script that runs ahead has asked for what the first chunks share: it would be a hundredth of the first script, for nothing.
 */
function plainImports(): Plugin {
  return {
    name: 'perpscope:plain-imports',
    enforce: 'pre',
    apply: 'build',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
  }
}

/** The simulated site alone has a wallet of its own, with the demo account's address. */
function demoWallet(): Plugin {
  return {
    name: 'perpscope:demo-wallet',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        { tag: 'script', attrs: { type: 'module', src: '/src/simulator/demo-wallet.ts' }, injectTo: 'head' },
      ],
    },
  }
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * With the real two the wallet chunk weighs 613 kB gzip, with these 132: 430 kB are hashes for keyless accounts,
 * the rest log-in by Google or Apple, which an address typed in replaces and which would call hosts at every start.
 */
const walletStubs = [
  { find: /^poseidon-lite$/, replacement: file('./src/wallet/stubs/poseidon-lite.ts') },
  { find: /^@aptos-connect\/wallet-adapter-plugin$/, replacement: file('./src/wallet/stubs/aptos-connect.ts') },
]

export default defineConfig(({ mode }) => {
  const simulated = mode === 'simulated'
  // Set by the deployer: where on the host the site lies, and the path by which its own server leads look-ups on.
  const { PERPSCOPE_BASE = '/', PERPSCOPE_PROXY } = process.env
  const first = firstInOnePiece()
  const proxyPath = PERPSCOPE_PROXY === undefined ? '' : orStop(() => checkProxyPath(PERPSCOPE_PROXY))
  return {
    base: orStop(() => checkBase(PERPSCOPE_BASE)),
    plugins: [
      react(),
      tailwindcss(),
      first.plugin,
      plainImports(),
      drawnFirst(DRAWN_FIRST, KEPT_PREFERENCES),
      licences(),
      // The simulated site is served beside its exchange, whose address is the page's own: nothing to draw ahead.
      simulated ? [demoWallet(), simulatedExchange()] : [shell(file('./src/app/shell.tsx')), preconnect(proxyPath)],
      trustedSite({ networks: EXCHANGE_NETWORKS, proxyPath }),
    ],
    resolve: { alias: walletStubs },
    // Not the benchmark's pages too, whose packages are seldom installed.
    optimizeDeps: { entries: ['index.html'] },
    worker: { format: 'es' },
    define: { __SIMULATED__: JSON.stringify(simulated), __PROXY_PATH__: JSON.stringify(proxyPath) },
    build: {
      outDir: simulated ? 'dist-simulated' : 'dist',
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: [first.group, { name: 'shared', minShareCount: 2, test: /\/src\// }] } },
      },
    },
    test: {
      include: [
        'src/**/*.test.{ts,tsx}',
        'docs/deploy/*.test.mjs',
        'e2e/faults/**/*.test.ts',
        'e2e/bench/**/*.test.ts',
        'scripts/**/*.test.{mjs,ts}',
      ],
      setupFiles: ['property-seed.ts'],
      // A busy machine is no failure; what must be fast has a benchmark.
      testTimeout: 30_000,
    },
  }
})
