import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const MAX_COLOURS = 256
/** Of colours that both stand in the palette: the sum of the differences of their parts. */
const NEAR = 9

/** A PNG with a palette out of one with 8-bit RGB or RGBA, as browsers make screenshots: about a third of the size. */
export function withPalette(png) {
  const { width, height, channels, data } = decode(png)
  if (channels === 1) return png
  const pixels = unfilter(data, width * channels, height, channels)
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = choose(counts)
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf.get(pixels.readUIntBE((y * width + x) * channels, 3))
    }
  }
  return encode(width, height, palette, rows)
}

/** The most frequent colours first, then those that no chosen one stands for. */
function choose(counts) {
  const colours = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour)
  if (colours.length <= MAX_COLOURS) return colours
  const chosen = []
  for (const colour of colours) {
    if (chosen.length === MAX_COLOURS) break
    if (chosen.every((other) => distance(colour, other) > NEAR)) chosen.push(colour)
  }
  return chosen
}

function distance(a, b) {
  return (
    Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255))
  )
}

function nearest(palette, colour) {
  let best = 0
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(colour, palette[index]) < distance(colour, palette[best])) best = index
  }
  return best
}

/** Source: the PNG specification, third edition. */
function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG')
  const chunks = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  const header = chunks[0].body
  const [depth, kind, , , interlaced] = header.subarray(8)
  const channels = { 2: 3, 3: 1, 6: 4 }[kind]
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('not a PNG as browsers make them')
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body))
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4), channels, data: inflateSync(packed) }
}

function unfilter(data, rowBytes, height, channels) {
  const pixels = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (rowBytes + 1)]
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x
      const left = x < channels ? 0 : pixels[at - channels]
      const up = y === 0 ? 0 : pixels[at - rowBytes]
      const upLeft = x < channels || y === 0 ? 0 : pixels[at - rowBytes - channels]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter]
      pixels[at] = data[y * (rowBytes + 1) + 1 + x] + guess
    }
  }
  return pixels
}

function paeth(left, up, upLeft) {
  const guess = left + up - upLeft
  const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(guess - value))
  return a <= b && a <= c ? left : b <= c ? up : upLeft
}

function encode(width, height, palette, rows) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.alloc(palette.length * 3)
  for (const [index, colour] of palette.entries()) colours.writeUIntBE(colour, index * 3, 3)
  const parts = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))]
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))])
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(body.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
