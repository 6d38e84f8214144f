import { describe, expect, test } from 'vitest'
import { findStrays } from './dist-words.mjs'

const WORDS = ['0xde30', 'Simulated']
const file = (name, content) => ({ name, content: Buffer.from(content) })

const demo = file(
  'assets/demo-A1b2C3d4.js',
  'import"./first-x.js";watch("0xde30");new Worker("/assets/worker-E5f6-7_8.js")',
)
const worker = file('assets/worker-E5f6-7_8.js', 'label:"Simulated",wallet:"0xde30"')
const page = file(
  'index.html',
  '<script type="importmap">{"integrity":{"/assets/demo-A1b2C3d4.js":"sha384-x"}}</script><script type="module" src="/assets/first-x.js"></script>',
)
const first = file('assets/first-x.js', 'm=["assets/demo-A1b2C3d4.js"];()=>import("./demo-A1b2C3d4.js")')
const sums = file('SHA256SUMS', 'aa  assets/demo-A1b2C3d4.js')
const site = [page, first, demo, worker, sums]

describe('the simulated exchange in the built site', () => {
  test('may stand in the demo’s chunks, which are asked for when they are wanted', () => {
    expect(findStrays(site, WORDS)).toEqual([])
  })

  test.each([
    'assets/first-x.js',
    'assets/demo-banner-A1b2C3d4.js',
    'assets/shared-A1b2C3d4.js',
    'demo-A1b2C3d4.js',
    'a.css',
  ])('may not stand in %s', (name) => {
    expect(findStrays([page, demo, worker, file(name, 'a "Simulated" b')], WORDS)).toEqual([
      `${name} contains "Simulated", which belongs to the simulated exchange.`,
    ])
  })

  test.each([
    ['index.html', '<link rel="modulepreload" href="/assets/demo-A1b2C3d4.js">', 'demo-A1b2C3d4.js'],
    ['index.html', '<link rel="prefetch" href="/assets/worker-E5f6-7_8.js">', 'worker-E5f6-7_8.js'],
    ['assets/first-x.js', 'import{a}from"./demo-A1b2C3d4.js"', 'demo-A1b2C3d4.js'],
    ['assets/shared-x.js', 'import"./demo-A1b2C3d4.js"', 'demo-A1b2C3d4.js'],
    ['assets/shared-x.js', 'export * from `./demo-A1b2C3d4.js`', 'demo-A1b2C3d4.js'],
    ['assets/first-x.js', 'new Worker("/assets/worker-E5f6-7_8.js")', 'worker-E5f6-7_8.js'],
  ])('%s may not load it with %s', (name, content, chunk) => {
    expect(findStrays([demo, worker, file(name, content)], WORDS)).toEqual([`${name} loads assets/${chunk} at once.`])
  })

  test('is looked for where it is: a site without it, or with it under another name, is told', () => {
    expect(findStrays([page, first], WORDS)).toEqual(['No chunk of the demo contains "0xde30".'])
    expect(findStrays([page, file('assets/play-A1b2C3d4.js', '0xde30')], WORDS)).toEqual([
      'assets/play-A1b2C3d4.js contains "0xde30", which belongs to the simulated exchange.',
      'No chunk of the demo contains "0xde30".',
    ])
  })
})
