import { useStore } from '../store/store'

/** What the reader has to know once: link parameters that were ignored, and the like. */
export function Notices() {
  const notices = useStore((state) => state.notices)
  const dismiss = useStore((state) => state.dismissNotices)
  if (notices.length === 0) return null
  return (
    <div role="alert" className="flex items-start gap-3 border-b border-line bg-warn-wash px-3 py-1.5 text-xs">
      <ul className="flex-1">
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <button type="button" onClick={dismiss} className="text-accent hover:underline">
        Dismiss
      </button>
    </div>
  )
}
