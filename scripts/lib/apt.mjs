import { run } from './run.mjs'

/** Runs `apt-get` with the rights it needs, and gives { code, output }; code is not 0 where there is none. */
export async function apt(...args) {
  if (process.platform !== 'linux') return { code: null, output: 'apt-get is of Debian and its kin' }
  const isRoot = process.getuid?.() === 0
  const prefix = isRoot ? [] : ['sudo', '-n']
  const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]
  return run(command, rest)
}
