/** Licences that all may bear: they ask for their text beside the code at most, which the site's licences.txt holds. */
const ANYWHERE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'Unlicense']

/** For what builds and tests the site and is no part of it: MPL-2.0 would ask for more of who hands its code on. */
const TOOLS_ONLY = ['BlueOak-1.0.0', 'CC0-1.0', 'MPL-2.0']

const ID = /^[\w.+-]+$/
const WORDS = ['AND', 'OR', 'WITH', undefined]

/** Whether an SPDX expression can be met with accepted ids alone: of `A OR B` one, of `A AND B` both; false for what is none. */
function meets(expression, accepted) {
  const left = expression.split(/\s+|(?=[()])|(?<=[()])/).filter((token) => token !== '')
  let broken = false
  const id = () => {
    const token = left.shift()
    if (!ID.test(token) || WORDS.includes(token)) broken = true
    return token
  }
  const one = () => {
    if (left[0] === '(') {
      left.shift()
      const inside = either()
      if (left.shift() !== ')') broken = true
      return inside
    }
    const licence = id()
    // An exception only takes from what a licence asks for.
    if (left[0] === 'WITH') {
      left.shift()
      id()
    }
    return accepted.includes(licence)
  }
  const joined = (word, part) => () => {
    const parts = [part()]
    while (left[0] === word) {
      left.shift()
      parts.push(part())
    }
    return word === 'OR' ? parts.includes(true) : !parts.includes(false)
  }
  const both = joined('AND', one)
  const either = joined('OR', both)
  return either() && !broken && left.length === 0
}

/** Whether a package of this licence (SPDX expression, or undefined when it names none) may be used as 'site' or 'tool'. */
export function isAccepted(licence, use) {
  return typeof licence === 'string' && meets(licence, use === 'tool' ? [...ANYWHERE, ...TOOLS_ONLY] : ANYWHERE)
}
