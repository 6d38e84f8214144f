import { fromRoot, readJson } from './root.mjs'
import { Stop } from './stop.mjs'

const numbers = (version) => version.split('.').map(Number)

function isAtLeast(version, minimum) {
  for (const [index, part] of minimum.entries()) {
    if ((version[index] ?? 0) !== part) return (version[index] ?? 0) > part
  }
  return true
}

/** Understands what package.json uses: `^a.b.c` and `>=a.b.c`, joined by `||`. */
export function satisfies(version, range) {
  const found = numbers(version.replace(/^v/, '').replace(/-.*$/, ''))
  return range.split('||').some((part) => {
    const [, sign, text] = /^\s*(\^|>=)\s*(\d+(?:\.\d+)*)\s*$/.exec(part) ?? []
    if (!text) throw new Error(`package.json: engines.node has a part that no script understands: ${part}`)
    const minimum = numbers(text)
    return isAtLeast(found, minimum) && (sign === '>=' || found[0] === minimum[0])
  })
}

export function checkEngine(version = process.versions.node, range = readJson(fromRoot('package.json')).engines.node) {
  if (!satisfies(version, range)) throw new Stop(`Node ${version} doesn't fit: Perpscope needs ${range}.`)
}
