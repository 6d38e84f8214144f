import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withPalette } from './palette.mjs'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type), body])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(body.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

/** A picture of RGB bytes, a row a filter: 0 to 4, each as the specification says. */
function picture(width, rows) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, 2], 8)
  const raw = Buffer.concat(rows.map((row) => Buffer.from(row)))
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from(SIGNATURE), ...parts])
}

/** The colours of a picture with a palette, row by row, as hex. */
function colours(png) {
  const bodies = {}
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    bodies[type] = png.subarray(at + 8, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)))
  }
  const width = bodies.IHDR.readUInt32BE(0)
  const rows = inflateSync(bodies.IDAT)
  return Array.from({ length: bodies.IHDR.readUInt32BE(4) }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const index = rows[y * (width + 1) + 1 + x]
      return bodies.PLTE.toString('hex', index * 3, index * 3 + 3)
    }),
  )
}

describe('a picture with a palette', () => {
  it('has the colours of the one it came from, whichever filter its rows had', () => {
    const png = picture(2, [
      [0, 10, 20, 30, 40, 50, 60],
      // Each byte less the one to its left, above it, between both, and by Paeth's guess.
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ])
    expect(colours(withPalette(png))).toEqual(Array.from({ length: 5 }, () => ['0a141e', '28323c']))
  })

  it('stays near the colours of one that has more than a palette holds', () => {
    const width = 32
    const rows = Array.from({ length: 32 }, (_, y) => [
      0,
      ...Array.from({ length: width }, (_, x) => [x * 8, y * 8, 0]).flat(),
    ])
    const shown = colours(withPalette(picture(width, rows)))
    for (const [y, row] of shown.entries()) {
      for (const [x, hex] of row.entries()) {
        const [red, green] = Buffer.from(hex, 'hex')
        expect(Math.abs(red - x * 8) + Math.abs(green - y * 8)).toBeLessThan(200)
      }
    }
    expect(new Set(shown.flat()).size).toBeLessThanOrEqual(256)
  })

  it('is left as it is, and what is no picture is refused', () => {
    const small = withPalette(picture(1, [[0, 1, 2, 3]]))
    expect(withPalette(small)).toBe(small)
    expect(() => withPalette(Buffer.from('not a picture'))).toThrow('not a PNG')
  })
})
