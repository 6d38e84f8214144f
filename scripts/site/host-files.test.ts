import { describe, expect, it } from 'vitest'
import { headersFile, nginxFile } from './host-files'

const HEADERS = { 'X-One': "default-src 'none'; a", 'X-Two': 'b' }
const PROXY = { path: '/exchange', networks: [{ id: 'mainnet', restUrl: 'https://api.example' }] }

describe('_headers', () => {
  const rules = headersFile(HEADERS, '/perpscope/')
    .trim()
    .split(/\n(?=\/)/)
    .map((rule) => rule.split('\n'))

  it('gives all files the headers', () => {
    expect(rules[0]).toEqual(['/perpscope/*', "  X-One: default-src 'none'; a", '  X-Two: b'])
  })

  it('keeps what has a hash in its name, and asks for the page anew', () => {
    expect(rules.slice(1)).toEqual([
      ['/perpscope/assets/*', '  Cache-Control: public, max-age=31536000, immutable'],
      ['/perpscope/', '  Cache-Control: no-cache'],
      ['/perpscope/index.html', '  Cache-Control: no-cache'],
      ['/perpscope/build.json', '  Cache-Control: no-cache'],
    ])
  })
})

describe('the sample for nginx', () => {
  it('says the headers in each block, since an inner one hides those around it', () => {
    const text = nginxFile(HEADERS, '/', null)
    const blocks = text.split(/\n {4}location /).slice(2)
    expect(blocks.map((block) => /^\S+/.exec(block)?.[0])).toEqual(['/assets/', '/'])
    for (const block of blocks) {
      expect(block).toContain(`add_header X-One "default-src 'none'; a" always;`)
      expect(block).toContain('add_header X-Two "b" always;')
    }
    expect(text).not.toContain('proxy_pass')
  })

  it('leads a look-up on, with the key, and without the reader’s cookies', () => {
    const text = nginxFile(HEADERS, '/', PROXY)
    expect(text).toContain('location = /exchange/mainnet/getProfileAddress {')
    expect(text).toContain('proxy_pass https://api.example/getProfileAddress;')
    expect(text).toContain('proxy_set_header x-api-key "API_KEY";')
    expect(text).toContain('proxy_set_header Cookie "";')
  })
})
