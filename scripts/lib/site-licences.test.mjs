import { expect, test } from 'vitest'
import { licenceFaults } from './site-licences.mjs'

const file = (licence) => `\uFEFFCode of:

- react 19.0.0, MIT
- @a/tool 1.0.0, ${licence}


- not 1.0.0, an entry
`

test('the site may hold what is under accepted licences', () => {
  expect(licenceFaults(file('MIT OR Apache-2.0'))).toEqual([])
})

test('nothing of a tool under others', () => {
  expect(licenceFaults(file('MPL-2.0'))).toEqual([
    "dist has code of @a/tool 1.0.0 in it, whose licence isn't accepted for a site: MPL-2.0.",
  ])
})

test.each([undefined, '', 'none'])('a file without packages is no file (%s)', (text) => {
  expect(licenceFaults(text)).toEqual(['dist/licences.txt is missing, or names no package.'])
})
