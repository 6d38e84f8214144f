import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { readDist } from './lib/dist.mjs'
import { fromRoot } from './lib/root.mjs'
import { run, tool } from './lib/run.mjs'
import { main } from './lib/stop.mjs'
import { differingFiles, signingWords, wrongSums } from './lib/trust.mjs'

/** What a build is made of, besides the packages. */
const SOURCES = [
  'index.html',
  'package.json',
  'public',
  'scripts',
  'src',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]

/** The same sources built in another folder, at another time. */
async function buildAgain() {
  const folder = fromRoot('.cache', 'again')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const path of SOURCES) cpSync(fromRoot(path), join(folder, path), { recursive: true })
  symlinkSync(fromRoot('node_modules'), join(folder, 'node_modules'), 'junction')
  const { code, output } = await run(process.execPath, [
    tool('vite'),
    'build',
    '--configLoader',
    'runner',
    folder,
    '--config',
    join(folder, 'vite.config.ts'),
  ])
  if (code !== 0) return { files: [], output }
  return { files: readDist(join(folder, 'dist')), output: '' }
}

/** Our own sources, without tests and without the simulator, whose wallet pretends. */
function ownSources() {
  return readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('simulator/'))
    .map((path) => ({ name: `src/${path}`, content: readFileSync(fromRoot('src', path)) }))
}

/** `npm run trust`: the built site is what its sums say, is built again byte for byte, and asks nobody for a signature. */
await main(async () => {
  const site = readDist()
  // The wallet adapter's library bears the words, and nothing of ours calls it for them.
  const scripts = site.filter(({ name }) => name.endsWith('.js') && !/(^|\/)wallet-island-/.test(name))
  const again = await buildAgain()
  const faults = [
    ...wrongSums(site),
    ...(again.output === '' ? [] : [`The second build failed: ${again.output}`]),
    ...differingFiles(site, again.files).map((name) => `${name} differs in a second build.`),
    ...signingWords([...scripts, ...ownSources()]).map((where) => `A word of signing: ${where}`),
  ]
  for (const fault of faults) console.log(fault)
  if (faults.length > 0) return 1
  const { hash } = JSON.parse(site.find(({ name }) => name === 'build.json').content.toString())
  console.log(`${site.length} files, built twice with the same bytes, and no word of signing in them: ${hash}`)
})
