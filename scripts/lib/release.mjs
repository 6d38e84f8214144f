const TITLE = '# Changelog'
const heading = (version) => `## ${version}`

/** Whether a changelog tells of a version. */
export const hasVersion = (changelog, version) =>
  changelog.split('\n').some((line) => line.startsWith(`${heading(version)} `))

/**
 * The changelog with a section of that version above all others: a line for each commit, newest first. `day`: yyyy-mm-dd.
 * Lines of a history are words of many: what would be markup in them is not.
 */
export function withVersion(changelog, { version, day, subjects }) {
  const plain = (subject) => subject.trim().replace(/[\\`*_<>[\]#|]/g, '\\$&')
  const section = [`${heading(version)} (${day})`, '', ...subjects.map((subject) => `- ${plain(subject)}`)].join('\n')
  const older = changelog.replace(TITLE, '').trim()
  return `${[TITLE, section, older].filter(Boolean).join('\n\n')}\n`
}

/** A version of three numbers, such as 0.1.0; git tags bear it with a v before it. */
export const isVersion = (text) => /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text)
