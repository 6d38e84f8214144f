import { useState } from 'react'
import { useSite } from './new-version'

const SAID_MS = 2_000

/**
 * Which build the reader looks at, to be held against the published one: a press copies commit and hash. Its room is kept until
 * it is known: nothing moves when it comes.
 */
export function SiteVersion() {
  const build = useSite((state) => state.running)
  const [said, setSaid] = useState('')
  const commit = build?.commit ?? null
  const whole =
    build === null ? '' : `Perpscope ${build.version}, commit ${commit ?? 'unknown'}, hash of all files ${build.hash}`
  const words =
    build === null
      ? ''
      : [`Version ${build.version}`, commit?.slice(0, 7), build.hash.slice(0, 8)].filter(Boolean).join(' · ')

  async function copy() {
    try {
      await navigator.clipboard.writeText(whole)
      setSaid('Copied')
    } catch {
      setSaid('The browser did not allow it')
    }
    setTimeout(setSaid, SAID_MS, '')
  }

  return (
    <span className="flex w-full lg:w-64 lg:justify-end">
      <button
        type="button"
        title={`Copies: ${whole}`}
        onClick={() => void copy()}
        className={`truncate text-accent hover:underline max-lg:min-h-[24px] ${build === null ? 'invisible' : ''}`}
      >
        {said === '' ? words : said}
      </button>
    </span>
  )
}
