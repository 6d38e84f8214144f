import { spawn } from 'node:child_process'

/** The command that opens an address in the desktop's browser; undefined where there is no desktop, and in CI. */
export function openCommand(url, platform = process.platform, env = process.env) {
  if (env.CI) return undefined
  if (platform === 'darwin') return ['open', [url]]
  // cmd's `start` would read & in the address as its own.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [url]] : undefined
}

/** Opens the address and forgets about it: the printed address is enough where this fails. */
export function openInBrowser(url) {
  const command = openCommand(url)
  if (!command) return
  const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
