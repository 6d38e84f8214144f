import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds lab49.html and orderkit.html, with packages of their own: they bear an older React than the site's. */
export async function buildRivals(outDir: string): Promise<void> {
  if (!(await isInstalled())) await install()
  await build({
    configFile: false,
    root: file('.'),
    base: '/',
    // A NODE_ENV that the caller has set would bring React's slow development build.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: [file('lab49.html'), file('orderkit.html')] } },
    logLevel: 'error',
  })
}

/** npm writes its record last. */
async function isInstalled(): Promise<boolean> {
  const record = await stat(file('node_modules/.package-lock.json')).catch(() => null)
  return record !== null && record.mtimeMs >= (await stat(file('package-lock.json'))).mtimeMs
}

async function install(): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  try {
    await promisify(execFile)('npm', args, { cwd: file('.'), shell: process.platform === 'win32' })
  } catch (error) {
    throw new Error(`Installing the rivals' packages failed (npm ci in ${file('.')}).`, { cause: error })
  }
}
