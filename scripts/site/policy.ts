/**
 * What the built site may do and whom it may ask, all from the table of networks. Pure: the same table gives the same words.
 * CSP Level 3, Trusted Types, and the headers beside them.
 */

/** The part of a network that the policy rests on. */
export interface Addresses {
  readonly id: string
  readonly restUrl: string
  readonly wsUrl: string
}

/** Throws RangeError for an address that is not absolute and encrypted: the policy would let the page ask anybody, or nobody. */
export function checkAddresses(networks: readonly Addresses[]): void {
  for (const { id, restUrl, wsUrl } of networks) {
    check(`restUrl of ${id}`, restUrl, 'https:')
    check(`wsUrl of ${id}`, wsUrl, 'wss:')
  }
}

function check(what: string, address: string, protocol: string): void {
  const url = URL.canParse(address) ? new URL(address) : null
  const isPlain = url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (url?.protocol === protocol && isPlain) return
  throw new RangeError(
    `src/config.ts: ${what} must be an absolute ${protocol}// address without name or query, and not "${address}".`,
  )
}

/**
 * The folder of the host that the site is deployed into, such as `/` or `/perpscope/`; `./` wherever it is put. Throws
 * RangeError for anything else.
 */
export function checkBase(base: string): string {
  if (base === './' || /^\/(?:[\w.-]+\/)*$/.test(base)) {
    if (!base.split('/').includes('..')) return base
  }
  throw new RangeError(
    `base must be / or ./ or a folder of the host with a slash at both ends, such as /perpscope/, and not "${base}".`,
  )
}

/** Whom the page asks: origins of the look-ups, unless a proxy of the site's own answers them, and of the sockets. */
export function exchangeOrigins(networks: readonly Addresses[], proxyPath: string): string[] {
  const lookUps = proxyPath === '' ? networks.map(({ restUrl }) => new URL(restUrl).origin) : []
  const sockets = networks.map(({ wsUrl }) => new URL(wsUrl).origin)
  return [...new Set([...lookUps, ...sockets])]
}

export type Directives = ReadonlyMap<string, readonly string[]>

interface Grants {
  /** Origins besides the site's own, which tells the newest version, and answers look-ups where a proxy does. */
  readonly connect: readonly string[]
  /** Sources such as `'sha256-…'` of scripts that stand in the page. */
  readonly inlineScripts?: readonly string[]
}

/** The one policy under which a worker may be made of a script of the site (src/app/demo.ts). */
const TRUSTED_TYPES = ['perpscope-demo']

/** The content security policy, for a header; a `<meta>` cannot bear all of it. */
export function contentPolicy({ connect, inlineScripts = [] }: Grants): Directives {
  return new Map([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'", ...inlineScripts]],
    ['style-src', ["'self'"]],
    ['img-src', ["'self'", 'data:']],
    ['manifest-src', ["'self'"]],
    ['worker-src', ["'self'"]],
    ['connect-src', ["'self'", ...connect]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['frame-ancestors', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', TRUSTED_TYPES],
  ])
}

/** Without frame-ancestors, which a browser takes from headers alone. */
export function forMeta(policy: Directives): Directives {
  return new Map([...policy].filter(([name]) => name !== 'frame-ancestors'))
}

/** `name source source; name …` */
export function policyText(policy: Directives): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** What no part of the page needs. */
const REFUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** The headers of every file, by name. */
export function siteHeaders(policy: Directives): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policyText(policy),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': REFUSED.map((feature) => `${feature}=()`).join(', '),
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    // For browsers older than frame-ancestors.
    'X-Frame-Options': 'DENY',
  }
}

/** Files whose names bear a hash of their content never change; all others are asked for anew each time. */
export const KEPT = 'public, max-age=31536000, immutable'
export const ASKED_ANEW = 'no-cache'
