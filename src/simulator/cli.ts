import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from './addresses'
import { MAX_RATE, run } from './driver'
import { Exchange } from './exchange'
import { nodeTimer } from './node-timer'
import { answerRest, attachExchange, SOCKET_PATH } from './server'

/** `npm run exchange`: the simulated exchange as a server of its own. */
const HELP = `Simulated Kana Perps exchange: REST and WebSocket on one port.

  npm run exchange -- [options]

  --rate N      order book messages a second in each market, 1 to ${MAX_RATE} (10)
  --levels N    levels on each side of a book, 1 to 500 (20)
  --trades N    trades a second in each market, 0 to ${MAX_RATE} (an eighth of the rate)
  --seed N      the same seed gives the same market (1)
  --port N      0 takes a free one (8787)
  --host NAME   the address to listen on (127.0.0.1)
  --help`

export interface Flags {
  readonly rate: number
  readonly levels: number
  readonly trades: number
  readonly seed: number
  readonly port: number
  readonly host: string
}

export interface CliResult {
  readonly exitCode: number
  /** Of a server that runs. */
  readonly running: { readonly port: number; stop(): Promise<void> } | null
}

/** Throws an Error whose message is one clear line; null asks for help. */
export function readFlags(argv: readonly string[]): Flags | null {
  const text = { type: 'string' } as const
  const options = { rate: text, levels: text, trades: text, seed: text, port: text, host: text }
  const { values } = parseArgs({ args: [...argv], options: { ...options, help: { type: 'boolean', short: 'h' } } })
  if (values.help === true) return null
  const rate = integer('rate', values.rate ?? '10', 1, MAX_RATE)
  return {
    rate,
    levels: integer('levels', values.levels ?? '20', 1, 500),
    trades: values.trades === undefined ? rate / 8 : integer('trades', values.trades, 0, MAX_RATE),
    seed: integer('seed', values.seed ?? '1', 0, 2 ** 32 - 1),
    port: integer('port', values.port ?? '8787', 0, 65_535),
    host: values.host ?? '127.0.0.1',
  }
}

function integer(name: string, text: string, low: number, high: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= low && value <= high)) throw new Error(`--${name} must be a whole number from ${low} to ${high}`)
  return value
}

/** Starts the server, or says in one line on `fail` why not. */
export async function main(
  argv: readonly string[],
  print: (line: string) => void,
  fail: (line: string) => void,
): Promise<CliResult> {
  let flags: Flags | null
  try {
    flags = readFlags(argv)
  } catch (error) {
    fail(`exchange: ${firstSentence(error)}, see --help`)
    return { exitCode: 1, running: null }
  }
  if (flags === null) {
    print(HELP)
    return { exitCode: 0, running: null }
  }
  return listen(flags, print, fail)
}

async function listen(flags: Flags, print: (line: string) => void, fail: (line: string) => void): Promise<CliResult> {
  const { rate, levels, trades: tradesPerSecond, seed, port: wantedPort, host } = flags
  const exchange = new Exchange({ startMs: Date.now(), seed, levels, tradesPerSecond })
  const server = createServer((request, response) => {
    // Anybody's page may read what is made up.
    if (!answerRest(exchange, request, response, { 'access-control-allow-origin': '*' })) {
      response.writeHead(404).end()
    }
  })
  const detach = attachExchange(server, exchange)
  server.on('upgrade', (request, stream) => {
    if (!(request.url ?? '').startsWith('/ws')) stream.destroy()
  })
  const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve)
    server.listen(wantedPort, host, () => resolve(null))
  })
  if (problem !== null) {
    const reason = problem.code === 'EADDRINUSE' ? `port ${wantedPort} is taken` : firstSentence(problem)
    fail(`exchange: ${reason}, choose another with --port or --host`)
    return { exitCode: 1, running: null }
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : wantedPort
  const stopDriver = run({ exchange, rate, now: Date.now, setTimer: nodeTimer })
  print(`Simulated exchange: ${rate} books/s in each market, ${levels} levels a side, seed ${seed}
  WebSocket  ws://${host}:${port}${SOCKET_PATH}
  REST       http://${host}:${port}/getProfileAddress?userAddress=${DEMO_WALLET_ADDRESS}
  markets    ${exchange.markets.map(({ id, symbol }) => `${id} ${symbol}`).join(', ')}
  profile    ${DEMO_PROFILE_ADDRESS}`)
  const stop = () =>
    new Promise<void>((resolve) => {
      stopDriver()
      detach()
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { exitCode: 0, running: { port, stop } }
}

function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return (text.split(/[.\n]/)[0] ?? '').trim()
}
