import { root } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'
import { main } from './lib/stop.mjs'

/** `npm start`: the app from its sources against the simulated exchange, on one origin. */
await main(() =>
  serve('npm start', async (port) => {
    const { createServer } = await import('vite')
    const server = await createServer({
      root,
      mode: 'simulated',
      logLevel: 'warn',
      configLoader: 'runner',
      server: { host: 'localhost', port, strictPort: true },
    })
    return server.listen()
  }),
)
