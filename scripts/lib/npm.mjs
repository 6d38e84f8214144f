import { run } from './run.mjs'

/** Runs the npm that started this script, else the one on the path; gives { code, output } as `run` does. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' })
}
