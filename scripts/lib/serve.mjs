import { parseArgs } from 'node:util'
import { demoUrl, demoWalletAddress } from './demo.mjs'
import { openInBrowser } from './desktop.mjs'
import { checkEngine } from './engine.mjs'
import { ensureInstalled } from './install.mjs'
import { checkPort, parsePort } from './port.mjs'
import { Stop } from './stop.mjs'
import { endWithNpm } from './with-npm.mjs'

function readArguments(command) {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } })
    return { port: parsePort(values.port), open: !values['no-open'] }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(`${command} takes --port N and --no-open: ${error.message.split('. ')[0]}.`)
  }
}

/** Ctrl-C or a signal ends the server and the process; a page that stays connected may not hold it back. */
function endOnSignal(server) {
  const end = () => {
    setTimeout(() => process.exit(0), 1000).unref()
    server.close().finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end)
  endWithNpm()
}

/** What `npm start` and `npm run preview` share; `listen(port)` starts a Vite server and gives it back. */
export async function serve(command, listen) {
  checkEngine()
  const { port, open } = readArguments(command)
  await checkPort(port, command)
  await ensureInstalled()
  // vite.config.ts imports src without extensions, as all sources do; Vite's bundled loader reads that.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'
  const url = demoUrl(port, demoWalletAddress())
  endOnSignal(await listen(port))
  console.log(`\n  Perpscope runs against the simulated exchange. Open\n\n  ${url}\n\n  Ctrl-C ends it.\n`)
  if (open) openInBrowser(url)
}
