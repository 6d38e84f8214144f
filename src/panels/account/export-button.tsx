import { useState } from 'react'
import type { Network } from '../../domain/market'
import type { RowFilter } from '../../domain/row-filter'
import type { AccountTab } from '../../store/store'
import { late } from '../../ui/late'
import { CONTROL } from './bar'
import { Extra } from './extra'

const ExportDialog = late(async () => (await import('./export-dialog')).ExportDialog, null)

interface ExportButtonProps {
  readonly tab: AccountTab
  readonly network: Network
  readonly filter: RowFilter | null
}

export function ExportButton({ tab, network, filter }: ExportButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={`${CONTROL} shrink-0`}>
        Export…
      </button>
      {open && (
        <Extra onClose={() => setOpen(false)}>
          <ExportDialog tab={tab} network={network} filter={filter} onClose={() => setOpen(false)} />
        </Extra>
      )}
    </>
  )
}
