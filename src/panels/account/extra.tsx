import type { ReactNode } from 'react'
import { Boundary } from '../../ui/boundary'
import { Dialog } from '../../ui/dialog'

interface ExtraProps {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What comes by a chunk of its own, or breaks, must not take the tables with it. */
export function Extra({ onClose, children }: ExtraProps) {
  const broken = (reason: string, retry: () => void) => (
    <Dialog title="This did not load" onClose={onClose}>
      <p role="alert" className="mb-3 break-words text-warn">
        {reason}
      </p>
      <button type="button" onClick={retry} className="rounded border border-line bg-raised px-3 py-1">
        Try again
      </button>
    </Dialog>
  )
  return <Boundary broken={broken}>{children}</Boundary>
}
