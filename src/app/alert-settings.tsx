import { useState } from 'react'
import { MAX_LIQUIDATION_PERCENT, MIN_LIQUIDATION_PERCENT } from '../domain/preferences'
import { usePreferences } from '../store/preferences'
import { askForNotifications, type NotificationState, notificationState } from './notifier'
import { Check, Row, Section } from './settings-parts'

/** Where a warning begins that was never set. */
const FIRST_PERCENT = 5

/** What the page tells by itself, and whether the browser may tell it while the page is hidden. */
export function AlertSettings() {
  const { fillToasts, notifyFills, liquidationPercent, prefer } = usePreferences()
  const [allowed, setAllowed] = useState(notificationState)
  const [asked, setAsked] = useState(false)

  async function ask(): Promise<NotificationState> {
    const answer = await askForNotifications()
    setAllowed(answer)
    setAsked(true)
    return answer
  }

  async function onNotify(on: boolean) {
    prefer({ notifyFills: on && (await ask()) === 'granted' })
  }

  function onWarn(on: boolean) {
    prefer({ liquidationPercent: on ? FIRST_PERCENT : 0 })
    if (on) void ask()
  }

  const warns = liquidationPercent > 0
  return (
    <Section title="Alerts">
      <Check
        label="New fills are told at the page’s edge"
        hint="For six seconds; own ones, or those of the address that you watch."
        checked={fillToasts === 'on'}
        onChange={(on) => prefer({ fillToasts: on ? 'on' : 'off' })}
      />
      <Check
        label="They are notified while the page is hidden"
        hint="By this browser, as long as the page is open in a tab."
        checked={notifyFills && allowed === 'granted'}
        onChange={(on) => void onNotify(on)}
      />
      <Check
        label="Warn of a position near its liquidation"
        hint="Once each time it comes near, on the page, and by notification while it is hidden. By the mid of a live order book; without one there is no warning."
        checked={warns}
        onChange={onWarn}
      />
      {warns && (
        <Row label="Nearer than, in percent of the price">
          <PercentInput percent={liquidationPercent} onPercent={(next) => prefer({ liquidationPercent: next })} />
        </Row>
      )}
      <output className="text-warn">{(asked || notifyFills || warns) && PERMISSION_WORDS[allowed]}</output>
    </Section>
  )
}

const PERMISSION_WORDS: Readonly<Record<NotificationState, string>> = {
  granted: '',
  default: 'Notifications are not allowed yet, so alerts are told on the page alone.',
  denied:
    'Notifications are denied for this page, so alerts are told on the page alone. The browser’s settings of this site can allow them.',
  missing: 'This browser shows no notifications of this page, so alerts are told on the page alone.',
}

interface PercentInputProps {
  readonly percent: number
  readonly onPercent: (percent: number) => void
}

/** Takes what is typed as soon as it is a percentage within bounds; what is not is put right when the field is left. */
function PercentInput({ percent, onPercent }: PercentInputProps) {
  const [text, setText] = useState(String(percent))

  function onChange(typed: string) {
    setText(typed)
    const next = Number(typed)
    if (next >= MIN_LIQUIDATION_PERCENT && next <= MAX_LIQUIDATION_PERCENT) onPercent(next)
  }

  return (
    <input
      type="number"
      aria-label="Nearer than, in percent of the price"
      min={MIN_LIQUIDATION_PERCENT}
      max={MAX_LIQUIDATION_PERCENT}
      step="any"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setText(String(percent))}
      className="h-7 w-20 rounded border border-edge bg-bg px-1.5 text-right text-xs"
    />
  )
}
