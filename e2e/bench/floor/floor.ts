/**
 * The floor: a ladder and a depth picture written by hand on canvases, without a framework, one paint a frame of the newest
 * book. As little as a page can do that shows the same figures; nothing in it tells how sure they are.
 */
const ROW = 19
const WS_URL = 'wss://perpetuals-indexer-ws.kana.trade/ws/'

interface Row {
  readonly is_ask: boolean
  readonly price: string
  readonly size: string
}

interface Level {
  readonly price: number
  readonly size: number
}

interface Probe {
  /** The benchmark's, where it measures latency. */
  benchShown?: (size: string) => void
}

const only = new URLSearchParams(location.search).get('only')
if (only !== null) document.body.dataset.only = only

function canvas(id: string) {
  const element = document.getElementById(id)
  if (!(element instanceof HTMLCanvasElement)) throw new Error(`no canvas #${id}`)
  const scale = devicePixelRatio
  const { clientWidth: width, clientHeight: height } = element
  element.width = width * scale
  element.height = height * scale
  const context = element.getContext('2d', { alpha: false })
  if (context === null) throw new Error('no context')
  context.scale(scale, scale)
  return { context, width, height }
}

const ladder = canvas('ladder')
const depth = only === 'ladder' ? null : canvas('depth')

let newest: string | null = null
let isAsked = false

function onMessage({ data }: MessageEvent<string>) {
  if (!data.endsWith('"message":"orderbook"}')) return
  newest = data
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(paint)
}

function paint() {
  isAsked = false
  if (newest === null) return
  const { data } = JSON.parse(newest) as { readonly data: readonly Row[] }
  const asks: Level[] = []
  const bids: Level[] = []
  for (const { is_ask, price, size } of data) (is_ask ? asks : bids).push({ price: Number(price), size: Number(size) })
  paintLadder(asks, bids)
  if (depth !== null) paintDepth(asks, bids)
  const shown = globalThis as Probe
  if (shown.benchShown !== undefined) shown.benchShown(data.find(({ is_ask }) => !is_ask)?.size ?? '')
}

function paintLadder(asks: readonly Level[], bids: readonly Level[]) {
  const { context, width, height } = ladder
  const middle = height / 2
  const rows = Math.min(asks.length, Math.floor(middle / ROW))
  context.fillStyle = '#10141b'
  context.fillRect(0, 0, width, height)
  context.font = '12px sans-serif'
  context.textBaseline = 'middle'
  const sum = (side: readonly Level[]) => side.reduce((total, { size }) => total + size, 0)
  const deepest = Math.max(sum(asks), sum(bids))
  for (const [side, color, wash, direction] of [
    [asks, '#f6465d', '#3a1a22', -1],
    [bids, '#2ebd85', '#12302a', 1],
  ] as const) {
    let total = 0
    for (let row = 0; row < rows; row += 1) {
      const level = side[row]
      if (level === undefined) break
      total += level.size
      const top = direction === 1 ? middle + row * ROW : middle - (row + 1) * ROW
      const y = top + ROW / 2
      const bar = (total / deepest) * width
      context.fillStyle = wash
      context.fillRect(width - bar, top, bar, ROW - 1)
      context.fillStyle = color
      context.textAlign = 'left'
      context.fillText(level.price.toFixed(4), 8, y)
      context.fillStyle = '#d5dae3'
      context.textAlign = 'right'
      context.fillText(grouped(level.size), width * 0.66, y)
      context.fillStyle = '#8a94a6'
      context.fillText(grouped(total), width - 8, y)
    }
  }
}

function paintDepth(asks: readonly Level[], bids: readonly Level[]) {
  if (depth === null) return
  const { context, width, height } = depth
  context.fillStyle = '#10141b'
  context.fillRect(0, 0, width, height)
  const ask = asks[0]?.price ?? 0
  const bid = bids[0]?.price ?? 0
  const mid = (ask + bid) / 2
  const reach = Math.max((asks.at(-1)?.price ?? ask) - mid, mid - (bids.at(-1)?.price ?? bid)) || 1
  const sum = (side: readonly Level[]) => side.reduce((total, { size }) => total + size, 0)
  const top = Math.max(sum(asks), sum(bids)) * 1.12
  for (const [side, color, wash] of [
    [bids, '#2ebd85', '#12302a'],
    [asks, '#f6465d', '#3a1a22'],
  ] as const) {
    let total = 0
    context.beginPath()
    context.moveTo(width / 2, height)
    for (const { price, size } of side) {
      const x = width / 2 + ((price - mid) / reach) * (width / 2)
      context.lineTo(x, height - (total / top) * height)
      total += size
      context.lineTo(x, height - (total / top) * height)
    }
    const edge = side === bids ? 0 : width
    context.lineTo(edge, height - (total / top) * height)
    context.strokeStyle = color
    context.stroke()
    context.lineTo(edge, height)
    context.fillStyle = wash
    context.fill()
  }
}

function grouped(value: number): string {
  const text = value.toFixed(3)
  let out = text.slice(-4)
  let end = text.length - 4
  for (; end > 3; end -= 3) out = `,${text.slice(end - 3, end)}${out}`
  return text.slice(0, end) + out
}

const socket = new WebSocket(WS_URL)
socket.addEventListener('open', () => {
  for (const topic of ['orderbook', 'recent_trades']) socket.send(JSON.stringify({ topic, market_id: '14' }))
})
socket.addEventListener('message', onMessage)
