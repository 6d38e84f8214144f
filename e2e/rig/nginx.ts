/** An nginx with the built site's own sample, in which what a deployer sets is set. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Nginx {
  readonly port: number
  close(): Promise<void>
}

interface Served {
  /** Where the sample stands: the built files. */
  readonly site: string
  /** The folder that the server's root is; a site with a base lies below it. */
  readonly root: string
  readonly host: string
  /** Further texts of the sample to be set. */
  readonly set?: Readonly<Record<string, string>>
}

export async function startNginx({ site, root, host, set = {} }: Served): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'perpscope-nginx-'))
  const port = await freePort()
  const certificate = await generate([{ name: 'commonName', value: host }], { keyType: 'ec' })
  writeFileSync(join(folder, 'key.pem'), certificate.private, { mode: 0o600 })
  writeFileSync(join(folder, 'cert.pem'), certificate.cert)
  const values = Object.entries({
    SERVER_NAME: host,
    CERTIFICATE_KEY: join(folder, 'key.pem'),
    CERTIFICATE: join(folder, 'cert.pem'),
    SITE_FOLDER: root,
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    ...set,
  })
  let server = readFileSync(join(site, '_nginx.conf'), 'utf8')
  for (const [word, value] of values) {
    if (!server.includes(word)) throw new Error(`the sample has no ${word}`)
    server = server.replaceAll(word, value)
  }
  writeFileSync(join(folder, 'nginx.conf'), around(folder, server))
  const path = process.env['NGINX_PATH'] ?? 'nginx'
  const child = spawn(path, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await isReady(child, port)
  return {
    port,
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGQUIT')
      await gone
      rmSync(folder, { recursive: true })
    },
  }
}

/** What stands around a server in an nginx of the system. */
function around(folder: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${join(folder, 'nginx.pid')};
events {}
http {
    access_log off;
${temporary.map((name) => `    ${name}_temp_path ${join(folder, name)};`).join('\n')}
${server}
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      )
    })
  })
}

async function isReady(child: ChildProcess, port: number): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const { connect } = await import('node:net')
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`)
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nginx does not listen: ${said}`)
}
