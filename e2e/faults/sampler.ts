/**
 * What runs inside the page: it looks at the page every 100 ms as a reader does, and notes what its sockets bring, on
 * the page's own clock. It observes only; the app is the built one, byte for byte. All times are ms since the epoch.
 */

/** A coded figure: the code in front of the point and the serial behind it. */
export type Coded = readonly [code: number, serial: number]

export interface Sample {
  readonly t: number
  readonly hidden: boolean
  readonly online: boolean
  readonly network: string
  readonly market: string
  /** `data-state` by region; `Tab Positions` and so on for the tabs. */
  readonly states: Readonly<Record<string, string>>
  readonly withheld: readonly string[]
  readonly connection: string
  readonly bid: Coded | null
  /** The size in the row of the best bid: it carries the serial too. */
  readonly bidSize: number | null
  readonly trade: Coded | null
  readonly position: Coded | null
  /** Serial of the first funding rate, and the digit of its network. */
  readonly funding: Coded | null
  /** Addresses that the page names in full. */
  readonly addresses: readonly string[]
  /** Codes on show by region; `` for what stands outside the regions. */
  readonly codes: Readonly<Record<string, readonly number[]>>
  /** Lowest and highest serial of a book's prices on show, by region. */
  readonly book: Readonly<Record<string, Coded>>
  /** Cells that show no figure but its remains: NaN, undefined. */
  readonly broken: readonly string[]
  /** Cells of tables that show a zero: no figure of the coded exchange is one. */
  readonly zeros: number
  readonly account: string
  readonly header: string
  readonly title: string
}

/** A message that came to a socket of the page. `code` and `serial` are those of its first coded figure, else 0. */
export type FrameNote = readonly [t: number, socket: number, topic: string, code: number, serial: number]

export interface SocketNote {
  readonly url: string
  readonly openedAt: number
  /** `network host market or address` as its first subscriptions say; empty until then. */
  subject: string
  /** When the app closed it, or it told that it was. */
  closedAt: number | null
  readonly sent: number[]
}

export interface WatchLog {
  /** The document's, so that its parts can be put together. */
  readonly id: number
  readonly samples: Sample[]
  readonly frames: FrameNote[]
  readonly sockets: SocketNote[]
  readonly errors: string[]
}

declare global {
  interface Window {
    faultWatch?: WatchLog
  }
}

/** Stands alone, without a word from outside itself: its source is sent into the page. */
export function watchPage(periodMs: number): void {
  if (!location.protocol.startsWith('http') || document.contentType !== 'text/html') return
  const log: WatchLog = { id: performance.timeOrigin, samples: [], frames: [], sockets: [], errors: [] }
  window.faultWatch = log
  const clock = () => performance.timeOrigin + performance.now()
  window.addEventListener('error', ({ message }) => log.errors.push(message))
  window.addEventListener('unhandledrejection', ({ reason }) => log.errors.push(`rejected: ${String(reason)}`))

  const BrowserSocket = window.WebSocket
  // No class fields: a compiler may turn them into calls of helpers that the page does not have.
  const notes = new WeakMap<WebSocket, SocketNote>()
  window.WebSocket = class extends BrowserSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const number = log.sockets.length
      const note: SocketNote = { url: String(url), openedAt: clock(), subject: '', closedAt: null, sent: [] }
      log.sockets.push(note)
      notes.set(this, note)
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const text = typeof data === 'string' ? data : ''
        const topic = /"message":"(\w+)"\}$/.exec(text.slice(-60))?.[1] ?? ''
        const figure =
          topic === 'live_funding_rate'
            ? /"funding_rate":"0\.([12])(\d{6})1"/.exec(text.slice(0, 400))
            : /"(?:price|size)":"(\d{3})\.(\d{6})\d"/.exec(text.slice(0, 1000))
        log.frames.push([clock(), number, topic, Number(figure?.[1] ?? 0), Number(figure?.[2] ?? 0)])
      })
      this.addEventListener('close', () => (note.closedAt ??= clock()))
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const note = notes.get(this)
      note?.sent.push(clock())
      const asked = typeof data === 'string' ? /"(?:market_id|address)":"(\w+)"/.exec(data)?.[1] : undefined
      if (note !== undefined && asked !== undefined) note.subject = `${new URL(note.url).hostname} ${asked}`
      super.send(data as string)
    }

    override close(code?: number, reason?: string): void {
      const note = notes.get(this)
      if (note !== undefined) note.closedAt ??= clock()
      super.close(code, reason)
    }
  }

  const CODED = /(?<![\d.,])(\d{3})\.(\d{6})[1-9](?!\d)/g
  const oneCoded = (text: string | null | undefined): Coded | null => {
    const found = [...(text ?? '').matchAll(CODED)][0]
    return found === undefined ? null : [Number(found[1]), Number(found[2])]
  }
  const rowsOf = (table: string) =>
    document.querySelectorAll<HTMLTableRowElement>(`table[aria-label="${table}"] tbody tr:not([aria-hidden])`)

  function look(): Sample {
    const states: Record<string, string> = {}
    const withheld: string[] = []
    for (const region of document.querySelectorAll<HTMLElement>('section[aria-label][data-state]')) {
      const label = region.getAttribute('aria-label') ?? ''
      states[label] = region.dataset.state ?? ''
      if (region.dataset.withheld !== undefined) withheld.push(label)
    }
    for (const tab of document.querySelectorAll<HTMLElement>('[role=tab][data-state]')) {
      const label = (tab.textContent ?? '').replace(/[\d,]+( [a-z]+)?$/, '')
      states[`Tab ${label}`] = tab.dataset.state ?? ''
    }
    const codes: Record<string, Set<number>> = {}
    const book: Record<string, [number, number]> = {}
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      if (text.length < 11 || !text.includes('.')) continue
      // The prices at the edges of the depth chart are computed; the caption alone names them.
      const parent = node.parentElement
      if (parent?.closest('figcaption') != null) continue
      for (const [, code, serial] of text.matchAll(CODED)) {
        const region = parent?.closest('section[aria-label][data-state]')?.getAttribute('aria-label') ?? ''
        const number = Number(code)
        ;(codes[region] ??= new Set()).add(number)
        if (number >= 300 || number % 10 > 1) continue
        const [low, high] = book[region] ?? [Infinity, 0]
        book[region] = [Math.min(low, Number(serial)), Math.max(high, Number(serial))]
      }
    }
    const bid = rowsOf('Bids')[0]?.cells
    const rate = /0\.([12])(\d{6})1/.exec(rowsOf('Funding rates')[0]?.textContent ?? '')
    const select = (label: string) =>
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.control
    const valueOf = (label: string) => {
      const control = select(label)
      return control instanceof HTMLSelectElement ? control.value : ''
    }
    const size = bid?.[1]?.textContent?.replaceAll(',', '')
    return {
      t: clock(),
      hidden: document.hidden,
      online: navigator.onLine,
      network: valueOf('Network'),
      market: valueOf('Market'),
      states,
      withheld,
      connection: document.querySelector('[role=status][aria-label=Connection]')?.textContent ?? '',
      bid: oneCoded(bid?.[0]?.textContent),
      bidSize: size === undefined ? null : Math.floor(Number(size)),
      trade: oneCoded(rowsOf('Trades')[0]?.cells[1]?.textContent?.replace(/[^\d.,]/g, '')),
      position: oneCoded(rowsOf('Positions')[0]?.cells[3]?.textContent),
      funding: rate === null ? null : [Number(rate[1]), Number(rate[2])],
      addresses: [...document.querySelectorAll<HTMLElement>('[title^="0x"]')].map(({ title }) => title),
      codes: Object.fromEntries(Object.entries(codes).map(([region, set]) => [region, [...set]])),
      book,
      broken: [...document.querySelectorAll('td, dd')]
        .map(({ textContent }) => textContent ?? '')
        .filter((text) => /NaN|Infinity|undefined|\[object/.test(text)),
      zeros: [...document.querySelectorAll('tbody td')].filter(({ textContent }) =>
        /^[+−]?0(\.0+)?$/.test(textContent ?? ''),
      ).length,
      account: document.querySelector('section[aria-label=Account] [role=tabpanel]')?.textContent?.slice(0, 300) ?? '',
      header: document.querySelector('header')?.textContent?.slice(0, 400) ?? '',
      title: document.title,
    }
  }

  const start = () => setInterval(() => log.samples.push(look()), periodMs)
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
}
