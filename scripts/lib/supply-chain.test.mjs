import { describe, expect, test } from 'vitest'
import { formatList } from './allowed.mjs'
import { supplyChainFaults } from './supply-chain.mjs'

const NPMRC = 'save-exact=true\nignore-scripts=true\nomit-lockfile-registry-resolved=true\n'
const CONTRIBUTING = `# Contributing

## Why each dependency

| package | reason |
|---|---|
| \`react\` | draws the page |
| \`vite\`, \`@types/react\` | builds it |

## Next

| \`other\` | no reason for a package |
`

const sha = 'sha512-a'
const LOCKED = {
  'node_modules/react': { version: '19.0.0', integrity: sha, license: 'MIT' },
  'node_modules/vite': { version: '8.0.0', integrity: sha, license: 'MIT', dev: true },
  'node_modules/@types/react': { version: '19.0.1', integrity: sha, license: 'MIT', dev: true },
  'node_modules/vite/node_modules/css': { version: '1.0.0-rc.1', integrity: sha, license: 'MPL-2.0', dev: true },
}
const LISTED = [
  { id: 'react@19.0.0', use: 'site', licence: 'MIT', published: '2026-01-01', listed: '2026-01-15' },
  { id: 'vite@8.0.0', use: 'tool', licence: 'MIT', published: '2026-02-20', listed: '2026-03-20' },
  { id: '@types/react@19.0.1', use: 'tool', licence: 'MIT', published: '2026-01-01', listed: '2026-03-20' },
  {
    id: 'css@1.0.0-rc.1',
    use: 'tool',
    licence: 'MPL-2.0',
    published: '2026-03-19',
    listed: '2026-03-20',
    urgent: 'CVE',
  },
]
const MANIFEST = { dependencies: { react: '19.0.0' }, devDependencies: { vite: '8.0.0', '@types/react': '19.0.1' } }

/** Faults of a project without any, but for what is given. */
function faults({ manifest = {}, npmrc = NPMRC, locked = {}, list = LISTED, contributing = CONTRIBUTING } = {}) {
  const project = {
    folder: '',
    isSite: true,
    manifest: { ...MANIFEST, ...manifest },
    npmrc,
    lock: { packages: { '': { name: 'perpscope' }, ...LOCKED, ...locked } },
    list: typeof list === 'string' ? list : formatList(list),
  }
  return supplyChainFaults([project], contributing)
}

const react = (change) => ({ 'node_modules/react': { ...LOCKED['node_modules/react'], ...change } })
const reactListed = (change) => [{ ...LISTED[0], ...change }, ...LISTED.slice(1)]

test('nothing to say of exact, listed, old packages with licences and reasons', () => {
  expect(faults()).toEqual([])
})

describe('package.json', () => {
  test.each(['^19.0.0', '~19.0.0', '19', '19.x', '*', 'latest', '', '>=19.0.0', 'npm:preact@19.0.0', 'file:../react'])(
    'asks for no "%s"',
    (version) => {
      expect(faults({ manifest: { dependencies: { react: version } } })).toEqual([
        `package.json asks for react "${version}", which is no exact version.`,
      ])
    },
  )

  test('nor for another kind of dependency by range', () => {
    for (const kind of ['devDependencies', 'optionalDependencies', 'peerDependencies'])
      expect(faults({ manifest: { [kind]: { ...MANIFEST[kind], vite: '^8.0.0' } } })).toContain(
        'package.json asks for vite "^8.0.0", which is no exact version.',
      )
  })

  test('may ask for an exact preview', () => {
    expect(faults({ manifest: { dependencies: { react: '19.0.0-rc.1' } } })).toEqual([])
  })
})

describe('.npmrc', () => {
  test.each(['save-exact', 'ignore-scripts', 'omit-lockfile-registry-resolved'])('has %s', (key) => {
    const fault = `.npmrc lacks ${key}=true.`
    expect(faults({ npmrc: NPMRC.replace(`${key}=true\n`, '') })).toEqual([fault])
    expect(faults({ npmrc: NPMRC.replace(`${key}=`, `#${key}=`) })).toEqual([fault])
    expect(faults({ npmrc: `${NPMRC}${key} = false\n` })).toEqual([fault])
  })

  test.each(['registry', '@scope:registry', '//npm.example/:_authToken'])('leaves %s to its user', (key) => {
    expect(faults({ npmrc: `${NPMRC}${key}=https://npm.example/\n` })).toEqual([
      `.npmrc sets ${key}: which registry is asked is no affair of the project.`,
    ])
  })
})

describe('package-lock.json', () => {
  test.each([
    'git+ssh://git@example.com/react.git#0',
    'https://example.com/react.tgz',
    'http://example.com/react/-/react-19.0.0.tgz',
    'file:../react',
  ])('has nothing from %s', (resolved) => {
    expect(faults({ locked: react({ resolved }) })).toEqual([
      `package-lock.json: node_modules/react comes from ${resolved}, not from the registry.`,
    ])
  })

  test('links to no folder', () => {
    expect(faults({ locked: react({ resolved: 'packages/react', link: true }) })).toEqual([
      'package-lock.json: node_modules/react comes from packages/react, not from the registry.',
    ])
  })

  test.each([undefined, '', 'sha1-a'])('has no package to be checked by %s', (integrity) => {
    expect(faults({ locked: react({ integrity }) })).toEqual([
      'package-lock.json: node_modules/react has no sha512 to be checked by.',
    ])
  })

  test('has no package that runs a script when it is installed', () => {
    expect(faults({ locked: react({ hasInstallScript: true }) })).toEqual([
      'package-lock.json: node_modules/react wants to run a script when it is installed.',
    ])
  })

  test('has no package under another name', () => {
    expect(faults({ locked: react({ name: 'preact' }) })).toEqual([
      'package-lock.json: node_modules/react is preact under another name.',
    ])
  })
})

describe('the list', () => {
  test('names what the lockfile holds, at any depth and in each version', () => {
    const older = { version: '18.0.0', integrity: sha, license: 'MIT', dev: true }
    expect(faults({ locked: { 'node_modules/vite/node_modules/react': older } })).toEqual([
      'react@18.0.0 is not on the list of allowed packages.',
    ])
  })

  test('names nothing else', () => {
    expect(faults({ list: [...LISTED, { ...LISTED[0], id: 'preact@10.0.0' }] })).toEqual([
      'preact@10.0.0 is on the list of allowed packages, and not in package-lock.json.',
    ])
  })

  test('a package is part of the site if it is once installed for it', () => {
    const again = { version: '19.0.0', integrity: sha, license: 'MIT', dev: true }
    expect(faults({ locked: { 'node_modules/vite/node_modules/react': again } })).toEqual([])
    expect(faults({ locked: react({ dev: true }) })).toEqual([
      'react@19.0.0 is listed as site under MIT, but is tool under MIT.',
    ])
  })

  test('has the licence of the lockfile', () => {
    expect(faults({ locked: react({ license: 'ISC' }) })).toEqual([
      'react@19.0.0 is listed as site under MIT, but is site under ISC.',
    ])
  })

  test.each(['GPL-3.0-only', 'MPL-2.0', 'SEE LICENSE IN LICENSE'])('has nothing under %s in the site', (licence) => {
    expect(faults({ locked: react({ license: licence }), list: reactListed({ licence }) })).toEqual([
      `react@19.0.0 has a licence that isn't accepted for a site: ${licence}.`,
    ])
  })

  test('lets in what is 14 days old, or has a reason', () => {
    expect(faults({ list: reactListed({ listed: '2026-01-14' }) })).toEqual([
      'react@19.0.0 was listed 13 days after it was published; 14 are asked for, or a reason.',
    ])
    expect(faults({ list: reactListed({ listed: '2026-01-14', urgent: 'mends a hole' }) })).toEqual([])
    expect(faults({ list: reactListed({ published: '2026-13-01' }) })).toHaveLength(1)
  })

  test('can be read line by line', () => {
    expect(faults({ list: formatList(LISTED).replace('  site  ', ' site ') })).toEqual([
      "allowed-packages.txt: line 6 can't be read.",
      'react@19.0.0 is not on the list of allowed packages.',
    ])
  })

  test('is sorted, with no line twice', () => {
    const fault = 'allowed-packages.txt is not as `npm run allow` writes it: sorted, each line once.'
    const lines = formatList(LISTED).trimEnd().split('\n')
    expect(faults({ list: `${[...lines.slice(0, -2), lines.at(-1), lines.at(-2)].join('\n')}\n` })).toEqual([fault])
    expect(faults({ list: `${[...lines, lines.at(-1)].join('\n')}\n` })).toEqual([fault])
  })
})

describe('CONTRIBUTING.md', () => {
  test('has a reason for each dependency', () => {
    const without = 'CONTRIBUTING.md gives no reason for react.'
    expect(faults({ contributing: CONTRIBUTING.replace('draws the page', ' ') })).toEqual([without])
    expect(faults({ contributing: CONTRIBUTING.replace(/\| `react`.*\n/, '') })).toEqual([without])
    expect(faults({ contributing: '' })).toHaveLength(3)
  })

  test('and for nothing else', () => {
    expect(faults({ contributing: CONTRIBUTING.replace('`vite`', '`vite`, `ws`') })).toEqual([
      'CONTRIBUTING.md gives a reason for ws, which nothing asks for.',
    ])
  })
})

test("another folder's faults bear its name, and none of its packages is of the site", () => {
  const rivals = {
    folder: 'rivals/',
    isSite: false,
    manifest: {},
    npmrc: NPMRC,
    lock: { packages: react({}) },
    list: formatList([LISTED[0]]),
  }
  expect(supplyChainFaults([rivals], '')).toEqual([
    'rivals/: react@19.0.0 is listed as site under MIT, but is tool under MIT.',
  ])
})
