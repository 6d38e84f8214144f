import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { root } from './root.mjs'
import { runTool, tool } from './run.mjs'
import { Stop } from './stop.mjs'

const FOLDERS = ['src', 'e2e', 'scripts']

const SOURCE = /\.([cm]?[jt]s|[jt]sx)$/
/** Packages of a folder that has its own, which oxlint leaves out too. */
const INSTALLED = /(^|[\\/])node_modules[\\/]/

const countSources = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((path) => SOURCE.test(path) && !INSTALLED.test(path)).length
    : 0

/** { file, line, rule, message } for every import against the arrows under a folder; ends when oxlint didn't read every source there. */
export async function checkArrows(folder) {
  const folders = FOLDERS.map((name) => join(folder, name)).filter((path) => existsSync(path))
  const config = join(folder, 'architecture.config.mjs')
  const { output } = await runTool(tool('oxlint'), ['--config', config, '--no-ignore', '--format=json', ...folders])
  const report = readReport(output)
  const expected = folders.reduce((sum, path) => sum + countSources(path), 0)
  if (expected === 0 || report.number_of_files !== expected) {
    throw new Stop(`oxlint read ${report.number_of_files} of ${expected} source files, so the arrows are unchecked.`)
  }
  return { wrong: report.diagnostics.map((one) => describe(folder, one)), files: expected }
}

function readReport(output) {
  try {
    return JSON.parse(output)
  } catch {
    throw new Stop(`oxlint gave no report: ${output}`)
  }
}

function describe(folder, { filename, labels, code, message, help }) {
  const file = relative(folder, resolve(root, filename)).replaceAll('\\', '/')
  return { file, line: labels[0]?.span.line ?? 1, rule: code, message: `${message} ${help ?? ''}`.trim() }
}
