/** The chunks that may hold the simulated exchange: the network Demo's, which its choice alone asks for. */
const DEMO_CHUNK = /^assets\/(?:demo|worker)-[\w-]{8}\.js$/

const isDemoChunk = ({ name }) => DEMO_CHUNK.test(name)

/** Every pair of a file and a word that stands in it. */
function findWords(files, words) {
  return files.flatMap(({ name, content }) =>
    words.filter((word) => content.includes(word)).map((word) => ({ name, word })),
  )
}

/**
 * What is wrong with where the words of the simulated exchange stand in a built site, a line each: they belong into the demo's
 * chunks, which no other file may load, but by an `import()` when they are wanted.
 */
export function findStrays(files, words) {
  const demo = files.filter(isDemoChunk)
  const others = files.filter((file) => !isDemoChunk(file) && file.name !== 'SHA256SUMS')
  const held = new Set(findWords(demo, words).map(({ word }) => word))
  return [
    ...findWords(others, words).map(
      ({ name, word }) => `${name} contains "${word}", which belongs to the simulated exchange.`,
    ),
    // Looked for under another name than it bears, none would ever be found.
    ...words.slice(0, 1).flatMap((word) => (held.has(word) ? [] : [`No chunk of the demo contains "${word}".`])),
    ...demo.flatMap(({ name }) =>
      others
        .filter((other) => loads(other, name.slice('assets/'.length)))
        .map((other) => `${other.name} loads ${name} at once.`),
    ),
  ]
}

/**
 * Whether a file asks for a chunk as soon as it is there itself: a page by naming it, a script by an import that is no call.
 * The worker is named by who starts it, and so by nobody else.
 */
function loads({ name, content }, chunk) {
  // The import map names hashes of all scripts, and loads none.
  const text = content.toString().replace(/<script type="importmap">.*?<\/script>/, '')
  if (!name.endsWith('.js') || chunk.startsWith('worker')) return text.includes(chunk)
  return new RegExp(`(?:\\bfrom|\\bimport)\\s*["'\`][^"'\`]*${chunk.replaceAll('.', '\\.')}["'\`]`).test(text)
}
