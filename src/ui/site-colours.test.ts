import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colors } from './tokens'

/** What a browser reads before any stylesheet: it cannot ask for tokens, so it repeats them. */
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const text = (path: string) => read(path).toString()

interface Manifest {
  readonly icons: readonly { src: string; sizes: string; type: string; purpose?: string }[]
}

const manifest = JSON.parse(text('public/manifest.webmanifest')) as Manifest
const dark = colors.dark['green-red']
const light = colors.light['green-red']

/** Width and height in px, from the head of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('the installed app', () => {
  it('has the page’s colours while it starts, and as the browser’s frame around it', () => {
    expect(manifest).toMatchObject({ background_color: dark.bg, theme_color: dark.panel })
    const html = text('index.html')
    expect(html).toContain(`media="(prefers-color-scheme: dark)" content="${dark.panel}"`)
    expect(html).toContain(`media="(prefers-color-scheme: light)" content="${light.panel}"`)
  })

  it('lives wherever the site is put', () => {
    expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' })
    for (const { src } of manifest.icons) expect(src).not.toMatch(/^\/|:/)
  })

  it('has icons of the sizes that it names, one of them for any shape', () => {
    const pictures = manifest.icons.filter(({ type }) => type === 'image/png')
    expect(pictures.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ])
    for (const { src, sizes } of pictures) expect(sizeOf(read(`public/${src}`)).join('x')).toBe(sizes)
    expect(sizeOf(read('public/icons/apple-touch-icon.png'))).toEqual([180, 180])
  })
})

describe('the icon in the tab', () => {
  it.each([
    ['favicon.svg', [dark.panel, dark.up, dark.down]],
    ['favicon-stale.svg', [dark.panel, dark.faint, dark.warn]],
    ['favicon-offline.svg', [dark.panel, dark.faint, dark.down]],
  ])('%s has the page’s colours and no other', (name, expected) => {
    expect(new Set(text(`public/${name}`).match(/#[0-9a-f]{6}/g))).toEqual(new Set(expected))
  })
})
