import { execFileSync } from 'node:child_process'

/** The commit that the folder is at, with `+changes` where a file differs from it; null outside a repository. */
export function commitOf(folder: string): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+changes')
  } catch {
    return null
  }
}
