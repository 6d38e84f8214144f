import { isAccepted } from './spdx.mjs'

const ENTRY = /^- (?<what>\S+ \S+), (?<licence>.+)$/gm

/** What is wrong with the built site's licences.txt (text, or undefined when there is none): a line each. */
export function licenceFaults(text) {
  const entries = [...(text ?? '').split('\n\n\n')[0].matchAll(ENTRY)].map(({ groups }) => groups)
  if (entries.length === 0) return ['dist/licences.txt is missing, or names no package.']
  return entries
    .filter(({ licence }) => !isAccepted(licence, 'site'))
    .map(({ what, licence }) => `dist has code of ${what} in it, whose licence isn't accepted for a site: ${licence}.`)
}
