import { type RefObject, useEffect, useRef, useState } from 'react'

interface Props {
  readonly walletName: string
  readonly address: string
  /** The button that opened the menu: a press on it is not one outside, and Esc gives it the focus back. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
  readonly onDisconnect: () => void
}

const ACTION = 'rounded border border-line bg-raised px-3 py-1 text-text hover:border-accent'

export function AccountMenu({ walletName, address, button, onClose, onDisconnect }: Props) {
  const [copied, setCopied] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useEffect(() => {
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !panel.current?.contains(target) && !button.current?.contains(target)
    const onLeave = (event: Event) => {
      if (isOutside(event.target)) close.current()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close.current()
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onLeave)
    document.addEventListener('focusin', onLeave)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onLeave)
      document.removeEventListener('focusin', onLeave)
      document.removeEventListener('keydown', onKey)
    }
  }, [button])

  const copy = () => {
    const said = (text: string) => () => setCopied(text)
    const refused = said('The browser refused: select the address and copy it')
    // No clipboard at all outside a secure context.
    if (!('clipboard' in navigator)) return refused()
    navigator.clipboard.writeText(address).then(said('Copied'), refused)
  }

  return (
    <section
      ref={panel}
      aria-label="Wallet account"
      className="absolute right-0 top-full z-30 mt-1 w-72 max-w-[calc(100vw-1rem)] rounded border border-line bg-panel p-3 text-text shadow-lg"
    >
      <p className="truncate font-semibold">{walletName}</p>
      <p className="mt-1 break-all font-mono text-xs text-muted">{address}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <button type="button" className={ACTION} onClick={copy}>
          Copy address
        </button>
        <button type="button" className={ACTION} onClick={onDisconnect}>
          Disconnect
        </button>
        <output className="text-xs text-muted">{copied}</output>
      </div>
    </section>
  )
}
