import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fromRoot, readJson, root } from './root.mjs'
import { Stop } from './stop.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a command and gives { code, output }; code is null when it couldn't start. A signal to this script goes to the
 * command too, which is waited for, and then ends the script: nothing is left behind.
 */
export function run(command, args, { env = {}, show = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stream = show ? 'inherit' : 'pipe'
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', stream, stream],
    })
    let stopped = false
    const pass = (signal) => {
      stopped = true
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, pass)
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    const end = (code, words = '') => {
      for (const signal of SIGNALS) process.off(signal, pass)
      if (stopped) reject(new Stop('Stopped.'))
      else resolve({ code, output: Buffer.concat(chunks).toString() + words })
    }
    child.on('error', (error) => end(null, error.message))
    child.on('close', (code) => end(code))
  })
}

/** The program of an installed package as arguments for `node`: no shell, no npx, no .cmd files. */
export function tool(packageName, command = packageName) {
  const folder = fromRoot('node_modules', packageName)
  return join(folder, readJson(join(folder, 'package.json')).bin[command])
}

export const runTool = (path, args, options) => run(process.execPath, [path, ...args], options)
