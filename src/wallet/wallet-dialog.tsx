import { useEffect, useId, useRef } from 'react'
import type { WalletState } from '../domain/wallet'
import type { WalletChoice } from './wallet-choice'

interface Props {
  readonly open: boolean
  readonly wallet: WalletState
  /** Null until the wallet part of the page has loaded. */
  readonly choices: readonly WalletChoice[] | null
  readonly onChoose: (walletName: string) => void
  readonly onRetry: () => void
  readonly onCancel: () => void
  readonly onClose: () => void
}

const ACTION = 'shrink-0 rounded border border-line bg-raised px-3 py-1 text-text hover:border-accent'
const ROW =
  'flex w-full items-center gap-3 rounded border border-line bg-raised px-3 py-2 text-left hover:border-accent'

export function WalletDialog({ open, wallet, choices, onChoose, onRetry, onCancel, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const error = wallet.status === 'disconnected' ? wallet.error : null

  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (open) element.showModal()
    else element.close()
  }, [open])

  useEffect(() => {
    const element = dialog.current
    // The dialog has no padding of its own: a press on the element itself is one on the backdrop.
    const onPress = (event: Event) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', onPress)
    return () => element?.removeEventListener('click', onPress)
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      onClose={onClose}
      className="m-auto w-96 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-panel p-0 text-text shadow-xl backdrop:bg-black/60 max-sm:mb-0 max-sm:w-screen max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0"
    >
      <div className="flex max-h-[80vh] flex-col gap-3 overflow-y-auto p-4">
        <div className="flex items-center justify-between gap-3">
          <h2 id={title} className="text-base font-semibold">
            Connect wallet
          </h2>
          <button type="button" className={ACTION} onClick={onClose}>
            Close
          </button>
        </div>
        <p className="text-muted">Read-only: Perpscope never asks for a signature.</p>
        {error !== null && (
          <div role="alert" className="flex items-start justify-between gap-3 rounded bg-warn-wash p-3 text-warn">
            <p className="min-w-0 break-words">{error}</p>
            <button type="button" className={ACTION} onClick={onRetry}>
              Try again
            </button>
          </div>
        )}
        {wallet.status === 'connecting' ? (
          <output className="flex items-center justify-between gap-3 rounded bg-raised p-3">
            <p className="min-w-0 break-words">Waiting for {wallet.walletName}: approve in its window.</p>
            <button type="button" className={ACTION} onClick={onCancel}>
              Cancel
            </button>
          </output>
        ) : (
          <Choices choices={choices} failed={error !== null} onChoose={onChoose} />
        )}
      </div>
    </dialog>
  )
}

interface ChoicesProps {
  readonly choices: readonly WalletChoice[] | null
  readonly failed: boolean
  readonly onChoose: (walletName: string) => void
}

function Choices({ choices, failed, onChoose }: ChoicesProps) {
  if (choices === null) return failed ? null : <output>Looking for wallets…</output>
  const installed = choices.filter((choice) => choice.installed)
  const others = choices.filter((choice) => !choice.installed)
  return (
    <>
      {installed.length === 0 && (
        <p>
          No Aptos wallet was found in this browser. Install one below and reload, or open this page in a wallet's own
          browser. Any address can also be watched without a wallet: enter it as the watch address.
        </p>
      )}
      <ul aria-label="Wallets" className="flex flex-col gap-2 empty:hidden">
        {installed.map((choice) => (
          <li key={choice.name}>
            <button type="button" className={ROW} onClick={() => onChoose(choice.name)}>
              <WalletLabel choice={choice} />
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details open={installed.length === 0}>
          <summary className="text-muted">Not installed</summary>
          <ul aria-label="Wallets to install" className="mt-2 flex flex-col gap-1">
            {others.map((choice) => (
              <li key={choice.name}>
                <a
                  href={choice.url ?? undefined}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="flex items-center gap-3 rounded px-3 py-1 text-accent hover:underline"
                >
                  <WalletLabel choice={choice} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function WalletLabel({ choice }: { readonly choice: WalletChoice }) {
  return (
    <>
      {choice.icon === null ? (
        <span className="size-6 shrink-0 rounded bg-line" aria-hidden="true" />
      ) : (
        <img src={choice.icon} alt="" className="size-6 shrink-0 rounded" />
      )}
      <span className="min-w-0 truncate">{choice.name}</span>
    </>
  )
}
