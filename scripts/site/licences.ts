import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

const FILE = 'licences.txt'

const TEXT = /^[\w-]*(?:licen[cs]e|copying|notice)[\w-]*(?:\.(?:md|txt|mit|apache))?$/i
/** A notice alone is no licence. */
const LICENCE = /licen[cs]e|copying/i

/** What the packages' own repositories say and their archives lack. By version, so that an update is looked at anew. */
const LACKING: Readonly<Record<string, string>> = {
  'fancy-canvas 2.1.0': 'fancy-canvas-2.1.0-licence.txt',
  'lightweight-charts 5.2.1': 'lightweight-charts-5.2.1-notice.txt',
}

/** Code that comes into the site without a file of its package: helpers of the bundler, and what styles are made of. */
const HELPERS = [
  { start: '\0vite/', name: 'vite' },
  { start: '\0rolldown/', name: 'rolldown' },
]
const STYLES = { mark: '/*! tailwindcss v', name: 'tailwindcss' }

/** Vite's file goes on with the licences of what its server is made of, nothing of which is in a site. */
const SERVERS_OWN = '# Licenses of bundled dependencies'

/** The folder of the package that a module comes from, undefined for ours; throws when nobody can tell whose it is. */
export function packageFolder(module: string, root: string): string | undefined {
  const found = /^\0?(?<folder>.*node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(module)?.groups?.folder
  if (found !== undefined) return found
  const helper = HELPERS.find(({ start }) => module.startsWith(start))
  if (helper !== undefined) return `${root}/node_modules/${helper.name}`
  if (module.startsWith('\0')) throw new Error(`Nobody knows whose code the module ${JSON.stringify(module)} is.`)
  return undefined
}

/** Folders of all packages whose code is in a bundle, each once. */
function packageFolders(bundle: Rolldown.OutputBundle, root: string): string[] {
  const folders = new Set<string>()
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk') {
      for (const module of Object.keys(output.modules)) {
        const folder = packageFolder(module, root)
        if (folder !== undefined) folders.add(folder)
      }
    } else if (output.fileName.endsWith('.css') && String(output.source).includes(STYLES.mark)) {
      folders.add(`${root}/node_modules/${STYLES.name}`)
    }
  }
  return [...folders]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: unknown
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value
}

/** A text without what differs between machines and editors. */
function plain(text: string): string {
  const own = text.split(SERVERS_OWN)[0] ?? ''
  return own
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .replace(/^\n+/, '')
    .trimEnd()
}

/** { title: "name version, licence", text } of an installed package; throws when it has no licence or no text of it. */
export function readLicence(folder: string): { title: string; text: string } {
  const manifest: unknown = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  if (!isManifest(manifest)) throw new Error(`${folder}/package.json has no name or no version.`)
  const { name, version, license } = manifest
  if (typeof license !== 'string') throw new Error(`${name} ${version} is in the site and names no licence.`)
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => ({ file: entry.name, text: plain(readFileSync(`${folder}/${entry.name}`, 'utf8')) }))
    .sort((one, other) => (one.file < other.file ? -1 : 1))
  const lacking = LACKING[`${name} ${version}`]
  if (lacking !== undefined) {
    const path = fileURLToPath(new URL(`./texts/${lacking}`, import.meta.url))
    texts.push({ file: lacking, text: plain(readFileSync(path, 'utf8')) })
  }
  const told = texts.filter(({ text }) => text !== '')
  if (!told.some(({ file }) => LICENCE.test(file)))
    throw new Error(`${name} ${version} is in the site and has no licence text.`)
  return { title: `${name} ${version}, ${license}`, text: told.map(({ text }) => text).join('\n\n') }
}

/** The file of all packages in these folders: their titles, then each with its text; the same bytes for the same packages. */
export function licenceFile(folders: readonly string[]): string {
  const licences = new Map(folders.map(readLicence).map(({ title, text }) => [title, text]))
  const titles = [...licences.keys()].sort()
  const parts = titles.map(
    (title) => `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}\n\n${licences.get(title)}`,
  )
  const head = `Perpscope has code of these packages in it:\n\n${titles.map((title) => `- ${title}`).join('\n')}`
  // The mark at the start tells browsers that it is UTF-8, whatever the host says of a .txt.
  return `\uFEFF${[head, ...parts].join('\n\n\n')}\n`
}

/** Puts licences.txt beside the built page, and ends the build when a package's licence can't be told. */
export function licences(): Plugin {
  let root = ''
  return {
    name: 'perpscope:licences',
    configResolved(config) {
      root = config.root
    },
    configureServer(server) {
      server.middlewares.use(`${server.config.base}${FILE}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end('The built site lists the licences here: npm run build.\n')
      })
    },
    generateBundle: {
      // After the styles have come.
      order: 'post',
      handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: FILE, source: licenceFile(packageFolders(bundle, root)) })
      },
    },
  }
}
