import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { EXCHANGE_NETWORKS } from './src/config'

/** Without a policy for connections the wallet adapter's name look-up has no time limit and connecting hangs. */
function contentSecurityPolicy(simulated: boolean): Plugin {
  const hosts = EXCHANGE_NETWORKS.flatMap((network) => [network.restUrl, new URL(network.wsUrl).origin])
  const connect = `connect-src ${simulated ? "'self' " : ''}${hosts.join(' ')}`
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    connect,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return {
    name: 'perpscope:csp',
    transformIndexHtml(_html, context) {
      // The dev server injects inline scripts and styles, so there only connections are restricted.
      const content = context.server ? connect : policy
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }]
    },
  }
}

export default defineConfig(({ mode }) => {
  const simulated = mode === 'simulated'
  return {
    plugins: [react(), tailwindcss(), contentSecurityPolicy(simulated)],
    define: { __SIMULATED__: JSON.stringify(simulated) },
    build: { outDir: simulated ? 'dist-simulated' : 'dist', target: 'es2022' },
    test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
  }
})
