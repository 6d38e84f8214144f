/** The same headers in the words of the hosts that serve the site. */
import { ASKED_ANEW, KEPT } from './policy'

type Headers = Readonly<Record<string, string>>

/** `_headers`, which Netlify and Cloudflare Pages read. `folder`: where on the host the site lies, with a slash at its end. */
export function headersFile(headers: Headers, folder: string): string {
  // Of two rules that fit, both hosts send both values: Cache-Control stands in no rule for all files.
  return [
    `${folder}*`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    `${folder}assets/*`,
    `  Cache-Control: ${KEPT}`,
    ...[folder, `${folder}index.html`, `${folder}build.json`].flatMap((path) => [
      path,
      `  Cache-Control: ${ASKED_ANEW}`,
    ]),
    '',
  ].join('\n')
}

interface Proxy {
  readonly path: string
  readonly networks: readonly { readonly id: string; readonly restUrl: string }[]
}

/** A server for nginx: the site's folder and names are for the deployer to set. */
export function nginxFile(headers: Headers, folder: string, proxy: Proxy | null): string {
  // add_header in an inner block hides those of the outer one: each location says them all.
  const all = (indent: string, more: Headers) =>
    Object.entries({ ...headers, ...more })
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
      .join('\n')
  const location = (match: string, cache: string, lines: readonly string[] = []) =>
    [
      `    location ${match} {`,
      ...lines.map((line) => `        ${line}`),
      `        add_header Cache-Control "${cache}";`,
      all('        ', {}),
      '    }',
    ].join('\n')
  return `# Perpscope on nginx: a server for the files beside this one. Set what stands in capitals.
server {
    listen 443 ssl;
    server_name SERVER_NAME;
    ssl_certificate CERTIFICATE;
    ssl_certificate_key CERTIFICATE_KEY;

    root SITE_FOLDER;
    index index.html;
    # Said here, since a browser that is told "nosniff" takes no script of another type, and some lists lack the newer ones.
    types {
        text/html html;
        text/css css;
        text/javascript js;
        text/plain txt;
        application/json json;
        application/manifest+json webmanifest;
        image/svg+xml svg;
        image/png png;
    }
    default_type text/plain;
    charset utf-8;
    charset_types text/plain text/css text/javascript application/json;
    gzip on;
    gzip_types text/css text/javascript application/json application/manifest+json image/svg+xml text/plain;
    server_tokens off;

    # Not for readers: what hosts are told.
    location ~ /_(headers|nginx\\.conf)$ {
        return 404;
    }

    # Names with a hash: good for ever. A name that is gone is no page, and is not kept.
${location(`${folder}assets/`, KEPT, ['try_files $uri =404;'])}

${location(folder, ASKED_ANEW, [`try_files $uri $uri/index.html =404;`])}
${proxy === null ? '' : proxyLocations(proxy)}}
`
}

/** The look-up led through the site's own server, which adds the key. */
function proxyLocations({ path, networks }: Proxy): string {
  return networks
    .map(({ id, restUrl }) => {
      const { host, origin } = new URL(restUrl)
      return `
    location = ${path}/${id}/getProfileAddress {
        limit_except GET { deny all; }
        proxy_pass ${origin}/getProfileAddress;
        proxy_set_header Host ${host};
        proxy_set_header x-api-key "API_KEY";
        proxy_set_header Cookie "";
        proxy_ssl_name ${host};
        proxy_ssl_server_name on;
        proxy_ssl_verify on;
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
        proxy_hide_header Set-Cookie;
        add_header Cache-Control "no-store";
    }
`
    })
    .join('')
}
