import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly state: string
  readonly count?: number | null
  /** Why the count is not to be relied on; null when it is. */
  readonly mark?: string | null
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** WAI-ARIA tabs with automatic activation; the panel is `${id}-panel`, labelled by `${id}-tab`. */
export function TabList<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    // Alt and an arrow go back in the browser's history.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const index = tabs.findIndex((tab) => tab.id === selected)
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index }[event.key]
    const next = step === undefined ? undefined : tabs[(index + step + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#${next.id}-tab`)?.focus()
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className="flex h-full gap-1 overflow-x-auto max-sm:grow max-sm:justify-between max-sm:gap-0"
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${tab.id}-tab`}
          type="button"
          role="tab"
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `${tab.id}-panel` : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          data-state={tab.state}
          onClick={() => onSelect(tab.id)}
          onKeyDown={onKeyDown}
          className={`border-b-2 px-2 text-xs whitespace-nowrap -outline-offset-2 max-sm:px-1 ${
            tab.id === selected
              ? 'border-accent font-semibold text-text'
              : 'border-transparent text-muted hover:text-text'
          }`}
        >
          {tab.label}
          {tab.count != null && (
            <span
              className={`ml-1.5 font-normal max-sm:ml-1 ${tab.mark == null ? 'text-muted' : 'text-warn'}`}
              title={tab.mark ?? undefined}
            >
              {tab.count}
              {tab.mark != null && <span className="sr-only"> {tab.mark}</span>}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}

export function TabPanel({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab`} className="flex min-h-0 flex-1 flex-col">
      {children}
    </div>
  )
}
