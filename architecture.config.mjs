/**
 * The arrows between the folders: left may be imported by right, nothing else.
 *
 *     domain <- protocol <- feed <- app
 *     domain <- store <- panels, wallet <- app
 *     ui <- panels, wallet, app
 *     domain, protocol/topics <- simulator <- app/demo
 *
 * An oxlint config (`npm run architecture`). What a row doesn't name is refused, and so is every import of a folder that
 * has no row. Globs, not regular expressions: oxlint takes a regular expression with a look-ahead and never matches it.
 */
const react = ['react']
const zustand = ['zustand', 'zustand/**']
const testing = ['vitest', 'node:*', 'fast-check', 'react-dom/*']

const app = {
  ours: ['domain/*', 'protocol/*', 'feed/*', 'store/*', 'wallet/*', 'panels/*/*', 'ui/*', 'config'],
  packages: [...react, ...zustand, '@tanstack/react-query'],
  message: 'app imports everything but the simulator, of which app/demo.ts alone knows, and starts it in a worker.',
}

/** [folder, ours, packages, what to say] */
const folders = [
  ['domain', [], [], 'domain imports nothing but itself.'],
  ['protocol', ['domain/*'], [], 'domain <- protocol.'],
  ['feed', ['domain/*', 'protocol/*', 'config'], [], 'domain <- protocol <- feed, without React and store.'],
  ['store', ['domain/*', 'config'], [...react, ...zustand], 'domain <- store: the wire stops at protocol.'],
  ['ui', [], react, 'ui knows no topic: it imports react and itself.'],
  ['wallet', ['domain/*', 'store/*', 'ui/*', 'config'], [...react, '@aptos-labs/**'], 'domain <- store, ui <- wallet.'],
  [
    'simulator',
    ['domain/*', 'protocol/topics', 'config'],
    ['node:*', 'ws', 'vite'],
    'domain, protocol/topics <- simulator.',
  ],
  ['app', app.ours, app.packages, app.message],
]

/** The network Demo: the demo account's address, the messages of the worker, and the worker itself by its address alone. */
const demo = ['../simulator/addresses', '../simulator/browser-exchange', '../simulator/worker[?]worker&url']

const panel = {
  ours: ['domain/*', 'store/*', 'ui/*', 'config'],
  packages: [...react, ...zustand, '../topic-panel'],
  message: 'domain <- store, ui <- panels: panels never import each other.',
}

// The last glob that fits decides, so no row can let a barrel in again.
const refuse = (files, message, allowed) => {
  const group = ['**', ...allowed.map((glob) => `!${glob}`), '**/index', '**/index.ts*']
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } }
}

/**
 * One row for the code of a folder, one for its tests and their kit, which may also use the captured frames and the test
 * tools.
 */
function rows(folder, up, ours, packages, message) {
  const allowed = ['./*', ...ours.map((path) => up + path), ...packages]
  const fixtures = folder === 'protocol' ? './fixtures/*' : `${up}protocol/fixtures/*`
  return [
    refuse([`src/${folder}/*.{ts,tsx}`], message, allowed),
    refuse([`src/${folder}/*.test.{ts,tsx}`, `src/${folder}/test-kit.ts`], message, [...allowed, fixtures, ...testing]),
  ]
}

const e2e = [
  '@playwright/test',
  'fast-check',
  'node:*',
  'node:*/*',
  'ws',
  'selfsigned',
  'csv-parse/sync',
  'vite',
  'vitest',
]
const seenFromE2e = ['src/simulator/*', 'src/config', 'src/domain/*']
const script = ['node:*', 'vite', '@playwright/test']

export default {
  plugins: ['import', 'oxc'],
  categories: { correctness: 'off' },
  rules: { 'import/no-cycle': 'error', 'oxc/no-barrel-file': ['error', { threshold: 0 }] },
  overrides: [
    refuse(['src/**', 'e2e/**', 'scripts/**'], 'This folder has no row in architecture.config.mjs.', []),
    refuse(['src/main.tsx'], 'main mounts the app.', [
      './app/*',
      './config',
      './index.css',
      'react',
      'react-dom/client',
    ]),
    refuse(['src/config.ts'], 'domain <- config.', ['./domain/*']),
    refuse(['src/config.test.ts'], 'domain <- config.', ['./config', './domain/*', ...testing]),
    ...folders.flatMap(([folder, ours, packages, message]) => rows(folder, '../', ours, packages, message)),
    refuse(['src/app/demo.ts'], app.message, [
      './*',
      ...app.ours.map((path) => `../${path}`),
      ...app.packages,
      ...demo,
    ]),
    refuse(['src/app/shell.tsx'], app.message, [
      './*',
      ...app.ours.map((path) => `../${path}`),
      ...app.packages,
      'react-dom/server',
    ]),
    // What all panels share stands beside their folders.
    ...rows('panels', '../', panel.ours, react, panel.message),
    ...rows('panels/*', '../../', panel.ours, panel.packages, panel.message),
    ...['panels/depth', 'panels/price'].flatMap((folder) =>
      rows(folder, '../../', panel.ours, [...panel.packages, 'lightweight-charts'], panel.message),
    ),
    ...['', '*/', '*/*/'].map((folder, depth) =>
      refuse([`e2e/${folder}*.ts`], 'simulator, config, domain <- e2e.', [
        ...['./', '../', '../../'].slice(0, depth + 1).flatMap((up) => [`${up}*`, `${up}*/*`]),
        ...seenFromE2e.map((path) => `${'../'.repeat(depth + 1)}${path}`),
        ...e2e,
      ]),
    ),
    // Packages of its own, since they bear an older React than the site's.
    refuse(['e2e/bench/rivals/*.js'], 'The rivals import their components.', [
      './*',
      'react',
      'react-dom',
      'react-dom/client',
      '@lab49/react-order-book',
      'orderkit',
      'orderkit/styles.css',
    ]),
    refuse(['scripts/*.mjs'], 'Scripts start before node_modules exists.', ['./*', './lib/*', ...script]),
    refuse(['scripts/lib/*.mjs'], 'Scripts start before node_modules exists.', ['./*', ...script]),
    refuse(['scripts/site/*.ts'], 'scripts/site is given what it needs of src.', ['./*', 'node:*', 'vite']),
    refuse(['scripts/site/*.test.ts'], 'scripts/site is given what it needs of src.', ['./*', ...testing]),
    refuse(['scripts/**/*.test.mjs'], 'Scripts import themselves.', ['./*', './lib/*', 'node:*', 'vitest']),
    {
      files: ['src/**/index.{ts,tsx}'],
      rules: { 'import/no-named-export': 'error', 'import/no-default-export': 'error' },
    },
  ],
}
