import { connect, createServer } from 'node:net'
import { Stop } from './stop.mjs'

const DEFAULT_PORT = 5173

export function parsePort(text = String(DEFAULT_PORT)) {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new Stop(`--port takes a number from 1 to 65535, not "${text}".`)
  return port
}

// `localhost` is 127.0.0.1, ::1 or both, and some systems let two programs share a port on different addresses.
const answers = (port, host) =>
  new Promise((resolve) => {
    const socket = connect({ port, host })
    const end = (result) => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })

const refusal = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })

/** Ends with one line when the port is taken or may not be used. */
export async function checkPort(port, command) {
  for (const host of ['127.0.0.1', '::1']) {
    const code = (await answers(port, host)) ? 'EADDRINUSE' : await refusal(port, host)
    if (code === 'EADDRINUSE') {
      throw new Stop(`Port ${port} is taken by another program. Take another one: ${command} -- --port ${port + 1}`)
    }
    if (code === 'EACCES') {
      throw new Stop(
        `Port ${port} may not be used by this account. Take another one: ${command} -- --port ${DEFAULT_PORT}`,
      )
    }
  }
}
