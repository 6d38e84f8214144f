import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { withPalette } from './palette.mjs'
import { fromRoot } from './root.mjs'

const FOLDER = fromRoot('docs', 'pictures')
const NAME = /^(?<state>[a-z-]+)-(?<width>\d+)-(?<theme>dark|light)\.png$/

const pictures = () => readdirSync(FOLDER).filter((name) => NAME.test(name))

/** The kept pictures live in the repository: all of them with a palette. */
export function makeSmall() {
  for (const name of pictures()) {
    const path = `${FOLDER}/${name}`
    const png = readFileSync(path)
    const small = withPalette(png)
    if (small.length < png.length) writeFileSync(path, small)
  }
}

const STATES = {
  'first-visit': 'A first visit',
  live: 'Live, with an account',
  empty: 'An account that is empty, and known to be',
  unverified: 'Figures that are not what they seem',
  offline: 'Offline',
  stale: 'Stale: nothing has come for a minute, what is derived is withheld',
}

/** docs/pictures.md: all kept pictures at a small size, a row a state. */
export function writeContactSheet() {
  const names = pictures()
  const sections = Object.entries(STATES).map(([state, title]) => {
    const own = names.filter((name) => NAME.exec(name)?.groups.state === state)
    const row = (theme) =>
      own
        .filter((name) => name.endsWith(`${theme}.png`))
        .sort((a, b) => widthOf(b) - widthOf(a))
        .map((name) => {
          const words = `${title}, ${theme}, ${widthOf(name)} px`
          // All of one height, as far as their shapes allow.
          return `<a href="pictures/${name}"><img src="pictures/${name}" alt="${words}" height="300"></a>`
        })
        .join('\n')
    return `## ${title}\n\n${row('dark')}\n\n${row('light')}\n`
  })
  writeFileSync(fromRoot('docs', 'pictures.md'), [INTRODUCTION, ...sections].join('\n'))
}

const widthOf = (name) => Number(NAME.exec(name)?.groups.width)

const INTRODUCTION = `# Pictures

The main views in six states, dark and light, at 1440, 768 and 390 px: the built site against the simulated exchange, from one seed and at
one moment. \`npm run pictures\` takes them anew and compares, \`npm run pictures -- --update\` keeps the new ones and writes this page.
They depend on the browser and the fonts found, so they are no part of \`npm test\`.
`
