import { useState } from 'react'
import { usePreferences } from '../store/preferences'
import { forgetKept } from '../store/kept'
import { Choice } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { AlertSettings } from './alert-settings'
import { Check, Row, Section } from './settings-parts'

interface SettingsProps {
  readonly onClose: () => void
}

const BUTTON = 'h-7 rounded border border-line bg-raised px-2.5 text-xs hover:border-accent'

/** How the page looks, writes and behaves for this reader, at once and for the next visit. */
export function Settings({ onClose }: SettingsProps) {
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className="grid gap-5">
        <Looks />
        <Formats />
        <Behaviour />
        <AlertSettings />
        <Kept />
      </div>
    </Dialog>
  )
}

function Looks() {
  const { theme, palette, density, prefer } = usePreferences()
  return (
    <Section title="Looks">
      <Row label="Theme">
        <Choice
          size="large"
          label="Theme"
          selected={theme}
          onSelect={(next) => prefer({ theme: next })}
          options={[
            { value: 'system', label: 'System', name: 'As the system' },
            { value: 'dark', label: 'Dark', name: 'Dark' },
            { value: 'light', label: 'Light', name: 'Light' },
          ]}
        />
      </Row>
      <Row label="Colours of up and down" hint="Signs and arrows tell them as well.">
        <Choice
          size="large"
          label="Colours of up and down"
          selected={palette}
          onSelect={(next) => prefer({ palette: next })}
          options={[
            { value: 'green-red', label: 'Green, red', name: 'Up green, down red' },
            { value: 'red-green', label: 'Red, green', name: 'Up red, down green' },
            { value: 'blue-orange', label: 'Blue, orange', name: 'Up blue, down orange' },
          ]}
        />
      </Row>
      <Row label="Density">
        <Choice
          size="large"
          label="Density"
          selected={density}
          onSelect={(next) => prefer({ density: next })}
          options={[
            { value: 'comfortable', label: 'Comfortable', name: 'Comfortable' },
            { value: 'compact', label: 'Compact', name: 'Compact' },
          ]}
        />
      </Row>
    </Section>
  )
}

function Formats() {
  const { numbers, times, timeStyle, prefer } = usePreferences()
  return (
    <Section title="Numbers and times">
      <Row label="Numbers">
        <Choice
          size="large"
          label="Numbers"
          selected={numbers}
          onSelect={(next) => prefer({ numbers: next })}
          options={[
            { value: 'system', label: 'System', name: 'As the browser’s language' },
            { value: 'comma', label: '1,234.5', name: 'Comma and point' },
            { value: 'dot', label: '1.234,5', name: 'Point and comma' },
            { value: 'space', label: '1 234,5', name: 'Space and comma' },
            { value: 'apostrophe', label: '1’234.5', name: 'Apostrophe and point' },
          ]}
        />
      </Row>
      <Row label="Time zone">
        <Choice
          size="large"
          label="Time zone"
          selected={times}
          onSelect={(next) => prefer({ times: next })}
          options={[
            { value: 'local', label: 'Local', name: 'Of this computer' },
            { value: 'utc', label: 'UTC', name: 'UTC' },
          ]}
        />
      </Row>
      <Row label="Times in the account’s lists" hint="The exact time stands in the title of each.">
        <Choice
          size="large"
          label="Times in the account’s lists"
          selected={timeStyle}
          onSelect={(next) => prefer({ timeStyle: next })}
          options={[
            { value: 'clock', label: 'Day and time', name: 'Day and time' },
            { value: 'ago', label: 'How long ago', name: 'How long ago' },
          ]}
        />
      </Row>
    </Section>
  )
}

function Behaviour() {
  const { flash, shortcuts, prefer } = usePreferences()
  return (
    <Section title="Behaviour">
      <Check
        label="Changed figures stand out for a moment"
        checked={flash}
        onChange={(next) => prefer({ flash: next })}
      />
      <Check
        label="Single-key shortcuts"
        hint="? lists them."
        checked={shortcuts}
        onChange={(next) => prefer({ shortcuts: next })}
      />
    </Section>
  )
}

function Kept() {
  const prefer = usePreferences((preferences) => preferences.prefer)
  const moved = usePreferences(({ paneSizes }) => Object.keys(paneSizes).length > 0)
  const [cleared, setCleared] = useState(false)
  function clear() {
    forgetKept()
    setCleared(true)
  }
  return (
    <Section title="In this browser">
      <Row label="Borders between panels">
        <button
          type="button"
          disabled={!moved}
          onClick={() => prefer({ paneSizes: {} })}
          className={`${BUTTON} disabled:text-faint`}
        >
          Back to the first layout
        </button>
      </Row>
      <Row
        label="What this browser keeps"
        hint="These settings, funding rates seen, watched addresses you saved, and the name of the wallet used last. Never a key."
      >
        <button type="button" onClick={clear} className={BUTTON}>
          Clear it
        </button>
      </Row>
      <output className="text-muted">{cleared && 'Cleared: nothing is kept any more.'}</output>
    </Section>
  )
}
