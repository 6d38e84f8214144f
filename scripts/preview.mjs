import { root } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'
import { main } from './lib/stop.mjs'

/** `npm run preview`: the built app against the simulated exchange, on one origin. */
await main(() =>
  serve('npm run preview', async (port) => {
    const { build, preview } = await import('vite')
    const shared = {
      root,
      mode: 'simulated',
      logLevel: 'warn',
      configLoader: 'runner',
      build: { outDir: 'dist-simulated' },
    }
    await build(shared)
    return preview({ ...shared, preview: { host: 'localhost', port, strictPort: true } })
  }),
)
