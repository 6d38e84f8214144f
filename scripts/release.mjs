import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { checkEngine } from './lib/engine.mjs'
import { hasVersion, isVersion, withVersion } from './lib/release.mjs'
import { fromRoot, readJson } from './lib/root.mjs'
import { run, runTool } from './lib/run.mjs'
import { main, Stop } from './lib/stop.mjs'

const CHANGELOG = fromRoot('CHANGELOG.md')

async function git(args, env) {
  const { code, output } = await run('git', args, { env })
  if (code !== 0) throw new Stop(`git ${args[0]} failed: ${output.trim()}`)
  return output.trim()
}

/** What was committed since the release before, newest first. */
async function subjectsSince(tag) {
  const range = tag === '' ? 'HEAD' : `${tag}..HEAD`
  const subjects = await git(['log', '--no-merges', '--format=%s', range, '--', '.', ':(exclude)CHANGELOG.md'])
  return subjects.split('\n').filter(Boolean)
}

/** A release has its section in the changelog, and somebody has read it. */
async function checkChangelog(version) {
  const changelog = existsSync(CHANGELOG) ? readFileSync(CHANGELOG, 'utf8') : ''
  if (hasVersion(changelog, version)) return
  const { output } = await run('git', ['describe', '--tags', '--abbrev=0', '--match', 'v*'])
  const tag = output.startsWith('v') ? output.trim() : ''
  const subjects = await subjectsSince(tag)
  if (subjects.length === 0) throw new Stop(`Nothing was committed since ${tag}: there is nothing to release.`)
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync(CHANGELOG, withVersion(changelog, { version, day, subjects }))
  throw new Stop(`CHANGELOG.md tells of ${version} now: read it, shorten it, commit it, and run this again.`)
}

async function step(words, path, args) {
  console.log(words)
  const { code } = await runTool(path, args, { show: true })
  if (code !== 0) throw new Stop('No release was made.')
}

/**
 * The built site as an archive, the same bytes for the same commit: git packs it, as a commit of its own with the date of the
 * one it was built from.
 */
async function pack(name) {
  const index = fromRoot('.cache', 'release.index')
  rmSync(index, { force: true })
  mkdirSync(fromRoot('.cache'), { recursive: true })
  const site = {
    GIT_INDEX_FILE: index,
    GIT_WORK_TREE: fromRoot('dist'),
    GIT_DIR: await git(['rev-parse', '--absolute-git-dir']),
  }
  await git(['add', '--force', '--all', fromRoot('dist')], site)
  const tree = await git(['write-tree'], site)
  const date = await git(['log', '-1', '--format=%cI'])
  const who = { GIT_AUTHOR_NAME: 'Perpscope', GIT_AUTHOR_EMAIL: 'perpscope@localhost', GIT_AUTHOR_DATE: date }
  const commit = await git(['commit-tree', tree, '-m', name], {
    ...who,
    GIT_COMMITTER_NAME: who.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: who.GIT_AUTHOR_EMAIL,
    GIT_COMMITTER_DATE: date,
  })
  const folder = fromRoot('release')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const files = [`${name}.zip`, `${name}.tar.gz`]
  // A zip bears times of the zone it was made in.
  for (const file of files) await git(['archive', `--output=${fromRoot('release', file)}`, commit], { TZ: 'UTC' })
  const sums = files.map((file) => {
    const sum = createHash('sha256')
      .update(readFileSync(fromRoot('release', file)))
      .digest('hex')
    return `${sum}  ${file}\n`
  })
  writeFileSync(fromRoot('release', 'SHA256SUMS'), sums.join(''))
  return sums
}

/** `npm run release`: checks, builds, and packs the site of the commit that the folder is at. */
await main(async () => {
  checkEngine()
  const { version } = readJson(fromRoot('package.json'))
  if (!isVersion(version)) throw new Stop(`package.json names version "${version}", which is no release's.`)
  if ((await git(['tag', '--list', `v${version}`])) !== '') {
    throw new Stop(`v${version} was released: set a higher version in package.json, and commit it.`)
  }
  if ((await git(['status', '--porcelain'])) !== '')
    throw new Stop('Commit what was changed first: a release is of a commit.')
  await checkChangelog(version)
  await step('Checks, all of npm test:', fromRoot('scripts', 'test.mjs'), [])
  const { hash, commit } = readJson(fromRoot('dist', 'build.json'))
  if (commit !== (await git(['rev-parse', 'HEAD'])))
    throw new Stop(`dist was built from ${commit}, not from this commit.`)
  const sums = await pack(`perpscope-${version}`)
  console.log(`\nrelease/ holds the site of ${commit}, hash of its files ${hash}:\n\n${sums.join('')}`)
  console.log(`Put it on a host (README, "Deployment"), then: git tag v${version}`)
})
