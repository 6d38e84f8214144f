import { useEffect, useRef, useState } from 'react'
import { useNow } from '../../store/clock'
import { useStore } from '../../store/store'
import { Panel } from '../../ui/panel'
import { scrollStop } from '../../ui/scroll-stop'
import { type Line, makeReport, reportText } from './report'

const TITLES = {
  links: 'Connections',
  topics: 'Topics',
  traffic: 'Traffic',
  lost: 'Set aside',
  units: 'Unit checks',
  log: 'Connection log',
} as const

const SECTIONS = ['links', 'topics', 'traffic', 'lost', 'units', 'log'] as const
const BUTTON = 'rounded border border-line bg-raised px-2 py-0.5 text-2xs whitespace-nowrap hover:border-accent'

/** How the page knows what it knows; refreshed once a second. Takes the focus whenever it is asked for. */
export function DiagnosticsPanel({ onClose }: { readonly onClose: () => void }) {
  const now = useNow()
  const rate = useRate()
  const [copied, setCopied] = useState('Copy report')
  const report = makeReport(useStore.getState(), now, rate)
  const region = useRef<HTMLElement>(null)

  useEffect(() => {
    region.current?.focus()
    return useStore.subscribe(({ diagnosticsAsked }, before) => {
      if (diagnosticsAsked !== before.diagnosticsAsked) region.current?.focus()
    })
  }, [])

  async function copy() {
    try {
      await navigator.clipboard.writeText(reportText(report))
      setCopied('Copied')
    } catch {
      setCopied('The browser did not allow copying')
    }
  }

  return (
    <Panel
      ref={region}
      label="Diagnostics"
      state="live"
      status="Addresses are shortened"
      className="h-80"
      actions={
        <>
          <button type="button" onClick={() => void copy()} className={BUTTON}>
            {copied}
          </button>
          <button type="button" onClick={onClose} className={BUTTON}>
            Close
          </button>
        </>
      }
    >
      <div
        ref={scrollStop}
        className="-outline-offset-2 grid min-h-0 flex-1 gap-x-6 gap-y-3 overflow-auto p-3 text-xs lg:grid-cols-2"
      >
        {SECTIONS.map((section) => (
          <Section key={section} title={TITLES[section]} lines={report[section]} />
        ))}
      </div>
    </Panel>
  )
}

function Section({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section aria-label={title} className={lines.length > 12 ? 'lg:col-span-2' : ''}>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="space-y-0.5">
        {lines.map(([what, said], index) => (
          <li key={`${what} ${said} ${lines.length - index}`} className="flex gap-2">
            <span className="shrink-0 text-muted">{what}</span>
            <span className="min-w-0 break-words">{said}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What came in the last second, by the page's clock. */
function useRate() {
  const now = useNow()
  const before = useRef({ mono: now.mono, messages: 0, chars: 0 })
  const [rate, setRate] = useState({ messages: 0, chars: 0 })
  useEffect(() => {
    const { messages, chars } = useStore.getState().story
    const last = before.current
    const seconds = (now.mono - last.mono) / 1000
    before.current = { mono: now.mono, messages, chars }
    if (seconds > 0.1)
      setRate({ messages: (messages - last.messages) / seconds, chars: (chars - last.chars) / seconds })
  }, [now])
  return rate
}
