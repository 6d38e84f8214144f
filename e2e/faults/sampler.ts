/**
 * What runs inside the page: it looks at the page every 100 ms as a reader does, and notes what its sockets bring, on
 * the page's own clock. It observes only; the app is the built one, byte for byte. All times are ms since the epoch.
 */

/** A coded figure: the code in front of the point and the serial behind it. */
export type Coded = readonly [code: number, serial: number]

/** One of the header's figures as it stands there; the mark of a group of figures is one called State. */
export interface HeaderFigure {
  readonly label: string
  readonly text: string
  /** `data-state` of its group. */
  readonly state: string
}

/** Number of rows beside the name of a tab, and the word that warns of it, or none. */
export interface TabCount {
  readonly rows: number
  readonly mark: string
}

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
  /** Best bid and best ask as the ladder shows them. */
  readonly best: readonly [bid: number, ask: number] | null
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
  readonly figures: readonly HeaderFigure[]
  /** By tab, as in `states`; absent where a tab shows none. */
  readonly counts: Readonly<Record<string, TabCount>>
  readonly title: string
}

/**
 * A message that came to a socket of the page. `code` and `serial` are those of its first coded figure, else 0; `rows`:
 * ids of the rows of an account's list, none for other topics.
 */
export type FrameNote = readonly [
  t: number,
  socket: number,
  topic: string,
  code: number,
  serial: number,
  rows: readonly string[],
]

export interface SocketNote {
  readonly url: string
  readonly openedAt: number
  /** Network host, and market or address as its subscriptions say, be it all topics or the book alone; empty until then. */
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

  const NONE: readonly string[] = []
  const ACCOUNT_TOPIC = /^(positions|open_orders|order_history|trade_history)$/
  function rowIds(topic: string, text: string): readonly string[] {
    if (!ACCOUNT_TOPIC.test(topic)) return NONE
    try {
      const { data } = JSON.parse(text) as { data: Record<string, unknown>[] }
      return data.map((row) => String(row['order_id'] ?? row['transaction_version'] ?? row['trade_id']))
    } catch {
      return NONE
    }
  }

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
        log.frames.push([
          clock(),
          number,
          topic,
          Number(figure?.[1] ?? 0),
          Number(figure?.[2] ?? 0),
          rowIds(topic, text),
        ])
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
  const oneCoded = (text: string): Coded | null => {
    const found = [...text.matchAll(CODED)][0]
    return found === undefined ? null : [Number(found[1]), Number(found[2])]
  }
  /** Of the first cell that has one, whatever the order of the columns. */
  const codedIn = (row: HTMLTableRowElement | undefined): Coded | null => {
    const found = [...(row?.cells ?? [])].map(({ textContent }) => oneCoded(textContent))
    return found.find((coded) => coded !== null) ?? null
  }
  const rowsOf = (table: string) =>
    document.querySelectorAll<HTMLTableRowElement>(`table[aria-label="${table}"] tbody tr:not([aria-hidden])`)
  const ladderLine = (side: 'Asks' | 'Bids', line: number) => drawnLadder(side).at(line) ?? null

  function look(): Sample {
    const states: Record<string, string> = {}
    const withheld: string[] = []
    for (const region of document.querySelectorAll<HTMLElement>('section[aria-label][data-state]')) {
      const label = region.getAttribute('aria-label') ?? ''
      states[label] = region.dataset.state ?? ''
      if (region.dataset.withheld !== undefined) withheld.push(label)
    }
    const counts: Record<string, TabCount> = {}
    for (const tab of document.querySelectorAll<HTMLElement>('[role=tab][data-state]')) {
      const [, name = '', rows, mark = ''] = /^(.*?)(?:([\d,]+)(?: ([a-z]+))?)?$/.exec(tab.textContent ?? '') ?? []
      states[`Tab ${name}`] = tab.dataset.state ?? ''
      if (rows !== undefined) counts[`Tab ${name}`] = { rows: Number(rows.replaceAll(',', '')), mark }
    }
    const codes: Record<string, Set<number>> = {}
    const book: Record<string, [number, number]> = {}
    const noteCodes = (text: string, place: Element | null) => {
      for (const [, code, serial] of text.matchAll(CODED)) {
        const region = place?.closest('section[aria-label][data-state]')?.getAttribute('aria-label') ?? ''
        const number = Number(code)
        ;(codes[region] ??= new Set()).add(number)
        // A mid stands half a unit above its bid; no row comes so far with its serials.
        if (number >= 300 || number % 10 > 1 || Number(serial) >= 500_000) continue
        const [low, high] = book[region] ?? [Infinity, 0]
        book[region] = [Math.min(low, Number(serial)), Math.max(high, Number(serial))]
      }
    }
    const drawn = (['Asks', 'Bids'] as const).flatMap((side) =>
      drawnLadder(side).flatMap(({ price, size, total }) => [price, size, total]),
    )
    for (const text of drawn) noteCodes(text, document.querySelector('[data-ladder]'))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      if (text.length < 11 || !text.includes('.')) continue
      // The prices at the edges of the depth chart are computed, the caption alone names them; tables that change calmly, for
      // those who listen or reckon, may be as old as their rule says.
      const parent = node.parentElement
      if (parent?.closest('figcaption, [data-calm]') != null) continue
      noteCodes(text, parent)
    }
    const bestBid = ladderLine('Bids', 0)
    const bestAsk = ladderLine('Asks', -1)
    const rate = /0\.([12])(\d{6})1/.exec(rowsOf('Funding rates')[0]?.textContent ?? '')
    const select = (label: string) =>
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.control
    const valueOf = (label: string) => {
      const control = select(label)
      return control instanceof HTMLSelectElement ? control.value : ''
    }
    const size = bestBid?.size.replaceAll(',', '')
    return {
      t: clock(),
      hidden: document.hidden,
      online: navigator.onLine,
      network: valueOf('Network'),
      market: valueOf('Market'),
      states,
      withheld,
      connection: document.querySelector('[role=status][aria-label=Connection]')?.textContent ?? '',
      bid: bestBid === null ? null : oneCoded(bestBid.price),
      bidSize: size === undefined ? null : Math.floor(Number(size)),
      best:
        bestBid === null || bestAsk === null
          ? null
          : [Number.parseFloat(bestBid.price), Number.parseFloat(bestAsk.price)],
      trade: codedIn(rowsOf('Trades')[0]),
      position: codedIn(rowsOf('Positions')[0]),
      funding: rate === null ? null : [Number(rate[1]), Number(rate[2])],
      addresses: [...document.querySelectorAll<HTMLElement>('[title^="0x"]')].map(({ title }) => title),
      codes: Object.fromEntries(Object.entries(codes).map(([region, set]) => [region, [...set]])),
      book,
      broken: [
        ...[...document.querySelectorAll('td, dd')].map(({ textContent }) => textContent ?? ''),
        ...drawn,
      ].filter((text) => /NaN|Infinity|undefined|\[object/.test(text)),
      zeros: [
        ...[...document.querySelectorAll('tbody td')].map(({ textContent }) => textContent ?? ''),
        ...drawn,
      ].filter((text) => /^[+−]?0(\.0+)?$/.test(text)).length,
      account: document.querySelector('section[aria-label=Account] [role=tabpanel]')?.textContent?.slice(0, 300) ?? '',
      figures: [...(document.querySelector('header')?.querySelectorAll('dt') ?? [])].map((term) => ({
        label: term.textContent ?? '',
        text: term.nextElementSibling?.textContent ?? '',
        state: term.closest<HTMLElement>('[data-state]')?.dataset.state ?? '',
      })),
      counts,
      title: document.title,
    }
  }

  const start = () => setInterval(() => log.samples.push(look()), periodMs)
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
}
