import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { differingFiles, signingWords, wrongSums } from './trust.mjs'

const file = (name, text) => ({ name, content: Buffer.from(text) })
const line = ({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`

describe('the sums of a built site', () => {
  const page = file('index.html', 'page')
  const script = file('assets/a.js', 'let a')
  const sums = file('SHA256SUMS', line(script) + line(page))

  test('agree with its files, but for those that bear them', () => {
    expect(wrongSums([page, script, sums, file('build.json', '{}')])).toEqual([])
  })

  test('tell a file that was changed, added or taken away', () => {
    expect(wrongSums([file('index.html', 'pagE'), file('assets/b.js', ''), sums])).toEqual([
      'index.html is not what SHA256SUMS says.',
      'assets/b.js has no line in SHA256SUMS.',
      'SHA256SUMS names assets/a.js, which is not there.',
    ])
  })

  test('of a site without any, every file is told', () => {
    expect(wrongSums([page])).toEqual(['index.html has no line in SHA256SUMS.'])
  })
})

test('two builds differ by a byte, by a file, but not by the commit they name', () => {
  const one = [file('a.js', 'a'), file('b.js', 'b'), file('build.json', '1')]
  expect(differingFiles(one, [file('a.js', 'a'), file('b.js', 'b'), file('build.json', '2')])).toEqual([])
  expect(differingFiles(one, [file('a.js', 'A'), file('c.js', 'c')])).toEqual(['a.js', 'b.js', 'c.js'])
})

test('what asks for a signature or a key is found by its word', () => {
  const text =
    'await wallet.signAndSubmitTransaction(x); features["aptos:signMessage"]; new Ed25519PrivateKey(); signIn(); design(); assigned'
  expect(signingWords([file('a.js', text), file('b.js', 'never asks for a signature')])).toEqual([
    'a.js: signAndSubmitTransaction',
    'a.js: aptos:signMessage',
    'a.js: Ed25519PrivateKey',
    'a.js: signIn',
  ])
})
