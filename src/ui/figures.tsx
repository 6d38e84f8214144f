import { useState, useSyncExternalStore } from 'react'
import { formatAge, formatClock, formatDateTime, formatSignedUsd, NO_FIGURE, timesAreAges } from './format'

/** Direction by sign and colour. */
export function Gain({ value }: { readonly value: number | null }) {
  const tone = value === null || value === 0 ? '' : value > 0 ? 'text-up' : 'text-down'
  return (
    <span className={tone} title={value === null ? undefined : String(value)}>
      {formatSignedUsd(value)}
    </span>
  )
}

export type Direction = 'up' | 'down'

/** A word that is good or bad news for a price: long, buy, bid up; short, sell, ask down. */
export function Toned({ direction, children }: { readonly direction: Direction | null; readonly children: string }) {
  return <span className={direction === 'up' ? 'text-up' : direction === 'down' ? 'text-down' : ''}>{children}</span>
}

interface TimeProps {
  readonly timeMs: number | null
  readonly withDay?: boolean
}

/** A time by the reader's choice, with the exact moment in its title. */
export function Time({ timeMs, withDay = false }: TimeProps) {
  if (timeMs === null) return NO_FIGURE
  const iso = new Date(timeMs).toISOString()
  return (
    <time dateTime={iso} title={iso}>
      {!withDay ? formatClock(timeMs) : timesAreAges() ? <Ago timeMs={timeMs} /> : formatDateTime(timeMs)}
    </time>
  )
}

function Ago({ timeMs }: { readonly timeMs: number }) {
  const ageMs = useSyncExternalStore(everySecond, () => Math.floor((Date.now() - timeMs) / 1000) * 1000)
  // This computer's clock is behind the exchange's: an age would be a guess.
  return ageMs < 0 ? formatDateTime(timeMs) : `${formatAge(ageMs)} ago`
}

function everySecond(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

interface ShortTextProps {
  /** Copied and shown in the title. */
  readonly full: string
  readonly short: string
  /** What it is, for the button's name: "order id". */
  readonly what: string
  readonly href?: string | undefined
}

/** An id or address: short, with a copy button, and a link to the explorer where there is one. */
export function ShortText({ full, short, what, href }: ShortTextProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  async function copy() {
    try {
      await navigator.clipboard.writeText(full)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
    setTimeout(setCopied, 1500, null)
  }
  return (
    <span className="inline-flex items-center gap-1" title={full}>
      {href === undefined ? (
        short
      ) : (
        <a href={href} target="_blank" rel="noreferrer" className="text-accent hover:underline">
          {short}
        </a>
      )}
      <button
        type="button"
        aria-label={`Copy ${what}`}
        title={copied === 'no' ? 'The browser did not allow copying' : `Copy ${what}`}
        onClick={() => void copy()}
        className="rounded px-1.5 py-1 text-faint hover:text-text pointer-coarse:min-w-[24px]"
      >
        <CopyIcon copied={copied} />
      </button>
    </span>
  )
}

const COPY_PATHS = {
  yes: 'M3 8.5 6.5 12 13 4.5',
  no: 'm4 4 8 8m0-8-8 8',
  ready: 'M6 6h7v7H6zM3 10V3h7',
}

function CopyIcon({ copied }: { readonly copied: 'yes' | 'no' | null }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 fill-none stroke-current" strokeWidth="1.5">
      <path d={COPY_PATHS[copied ?? 'ready']} />
    </svg>
  )
}

/** 16509835…6716: enough of a long id to tell it from its neighbours, which differ in the middle. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 7)}…${id.slice(-4)}`
}
