import { ShortText } from '../ui/figures'
import { useSite } from './new-version'

/** Which build the reader looks at, to be compared with the published one. */
export function SiteVersion() {
  const running = useSite((state) => state.running)
  if (running === null) return null
  const { version, commit, hash } = running
  return (
    <span className="inline-flex items-center gap-x-2">
      Version {version}
      {commit !== null && <ShortText full={commit} short={commit.slice(0, 7)} what="commit" />}
      <span className="inline-flex items-center gap-1">
        files <ShortText full={hash} short={hash.slice(0, 8)} what="hash of all files" />
      </span>
    </span>
  )
}
