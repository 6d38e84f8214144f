import { createHash } from 'node:crypto'

const sha256 = (content) => createHash('sha256').update(content).digest('hex')

/** Files of a built site that bear the sums of the others. */
const BEARERS = ['SHA256SUMS', 'build.json']

/**
 * What is wrong with the sums of a built site, one line each: a file that differs from its sum, has none, or is gone.
 * `files`: as readDist gives them.
 */
export function wrongSums(files) {
  const listed = files.find(({ name }) => name === 'SHA256SUMS')?.content.toString() ?? ''
  const sums = new Map(
    listed
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  const wrong = []
  for (const { name, content } of files) {
    if (BEARERS.includes(name)) continue
    const sum = sums.get(name)
    if (sum === undefined) wrong.push(`${name} has no line in SHA256SUMS.`)
    else if (sum !== sha256(content)) wrong.push(`${name} is not what SHA256SUMS says.`)
    sums.delete(name)
  }
  return [...wrong, ...[...sums.keys()].map((name) => `SHA256SUMS names ${name}, which is not there.`)]
}

/** Names of files that two builds of the same sources do not have in common, byte for byte. */
export function differingFiles(one, other) {
  const inOther = new Map(other.map(({ name, content }) => [name, content]))
  const differing = one
    .filter(({ name, content }) => inOther.get(name)?.equals(content) !== true)
    .map(({ name }) => name)
  const added = other.filter(({ name }) => !one.some((file) => file.name === name)).map(({ name }) => name)
  return [...differing, ...added].filter((name) => name !== 'build.json')
}

/** What one would ask a wallet, or a key, for a signature with. */
const SIGNING = /\b\w*(?:[sS]ign(?:Transaction|AndSubmit|Message|In\b)|[pP]rivateKey|[mM]nemonic)\w*|aptos:sign\w*/g

/** `file: word` for each such word in the files. */
export function signingWords(files) {
  return files.flatMap(({ name, content }) =>
    [...new Set(content.toString().match(SIGNING) ?? [])].map((word) => `${name}: ${word}`),
  )
}
