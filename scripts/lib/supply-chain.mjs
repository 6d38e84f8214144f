import { daysBetween, formatList, lockedPackages, MINIMUM_AGE_DAYS, parseList } from './allowed.mjs'
import { isAccepted } from './spdx.mjs'

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const SETTINGS = ['save-exact', 'ignore-scripts', 'omit-lockfile-registry-resolved']

/** [name, version] of all that a package.json asks for. */
const asked = (manifest) => KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))

/** A range, a tag, an alias or an address would let npm choose what comes. */
function rangeFaults(manifest) {
  return asked(manifest)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json asks for ${name} "${version}", which is no exact version.`)
}

/** A registry is each user's own affair: one named here would be asked in place of his. */
function settingFaults(npmrc) {
  const settings = new Map(npmrc.split('\n').map((line) => line.split('=').map((part) => part.trim())))
  const named = [...settings.keys()].filter((key) => key.startsWith('//') || /(^|:)registry$/.test(key))
  return [
    ...SETTINGS.filter((key) => settings.get(key) !== 'true').map((key) => `.npmrc lacks ${key}=true.`),
    ...named.map((key) => `.npmrc sets ${key}: which registry is asked is no affair of the project.`),
  ]
}

/** npm leaves out the address of what a registry gave (.npmrc), so any address is another place. */
function lockFaults(lock) {
  return Object.entries(lock.packages).flatMap(([path, { resolved, link, name, integrity, hasInstallScript }]) => {
    if (path === '') return []
    const faults = []
    if (link || resolved !== undefined) faults.push(`comes from ${resolved}, not from the registry.`)
    if (name !== undefined) faults.push(`is ${name} under another name.`)
    if (!integrity?.startsWith('sha512-')) faults.push('has no sha512 to be checked by.')
    if (hasInstallScript) faults.push('wants to run a script when it is installed.')
    return faults.map((fault) => `package-lock.json: ${path} ${fault}`)
  })
}

/** Where the list and the lockfile part, and what may not be on either. */
function listFaults(list, lock, isSite) {
  const { entries, unread } = parseList(list)
  const locked = new Map(lockedPackages(lock, isSite).map((one) => [one.id, one]))
  const listed = new Set(entries.map(({ id }) => id))
  const faults = unread.map((line) => `allowed-packages.txt: line ${line} can't be read.`)
  for (const id of locked.keys()) if (!listed.has(id)) faults.push(`${id} is not on the list of allowed packages.`)
  for (const { id, use, licence, published, listed: day, urgent } of entries) {
    const own = locked.get(id)
    const age = daysBetween(published, day)
    if (own === undefined) faults.push(`${id} is on the list of allowed packages, and not in package-lock.json.`)
    else if (own.use !== use || own.licence !== licence)
      faults.push(`${id} is listed as ${use} under ${licence}, but is ${own.use} under ${own.licence}.`)
    if (!isAccepted(licence, use)) faults.push(`${id} has a licence that isn't accepted for a ${use}: ${licence}.`)
    if (!urgent && !(age >= MINIMUM_AGE_DAYS))
      faults.push(
        `${id} was listed ${age} days after it was published; ${MINIMUM_AGE_DAYS} are asked for, or a reason.`,
      )
  }
  if (faults.length === 0 && list !== formatList(entries))
    faults.push('allowed-packages.txt is not as `npm run allow` writes it: sorted, each line once.')
  return faults
}

/** Names that the table "Why each dependency" of CONTRIBUTING.md gives a reason for. */
function reasoned(contributing) {
  const section = contributing.split(/^## /m).find((part) => part.startsWith('Why each dependency\n')) ?? ''
  const rows = [...section.matchAll(/^\| *(`[^|]+`) *\|([^|]+)\|/gm)].filter(([, , reason]) => /\w/.test(reason))
  return new Set(rows.flatMap(([, names]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name)))
}

/** What package.json asks for without a reason, and reasons for what none asks for any more. */
function reasonFaults(manifests, contributing) {
  const reasons = reasoned(contributing)
  const names = new Set(manifests.flatMap((manifest) => asked(manifest).map(([name]) => name)))
  return [
    ...[...names].filter((name) => !reasons.has(name)).map((name) => `CONTRIBUTING.md gives no reason for ${name}.`),
    ...[...reasons]
      .filter((name) => !names.has(name))
      .map((name) => `CONTRIBUTING.md gives a reason for ${name}, which nothing asks for.`),
  ]
}

/** One line for each fault of all projects (lib/allowed.mjs) and of CONTRIBUTING's text. */
export function supplyChainFaults(projects, contributing) {
  const own = projects.flatMap(({ folder, isSite, manifest, npmrc, lock, list }) =>
    [...rangeFaults(manifest), ...settingFaults(npmrc), ...lockFaults(lock), ...listFaults(list, lock, isSite)].map(
      (fault) => (folder === '' ? fault : `${folder}: ${fault}`),
    ),
  )
  return [
    ...own,
    ...reasonFaults(
      projects.map(({ manifest }) => manifest),
      contributing,
    ),
  ]
}
