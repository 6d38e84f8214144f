import type { ReactNode } from 'react'
import { Boundary } from './boundary'
import { Panel, PanelMessage } from './panel'

interface PanelBoundaryProps {
  readonly label: string
  readonly children: ReactNode
}

/** A panel that breaks says so in its own frame and offers to reload itself; the others go on. */
export function PanelBoundary({ label, children }: PanelBoundaryProps) {
  const broken = (reason: string, retry: () => void) => (
    <Panel label={label} state="error" status="Broken">
      <PanelMessage>
        <p role="alert" className="max-w-md break-words text-warn">
          This panel broke: {reason}
        </p>
        <button type="button" onClick={retry} className="rounded border border-line bg-raised px-3 py-1 text-text">
          Reload this panel
        </button>
      </PanelMessage>
    </Panel>
  )
  return <Boundary broken={broken}>{children}</Boundary>
}
