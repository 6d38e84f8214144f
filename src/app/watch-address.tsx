import { type SubmitEvent, useState } from 'react'
import { typedAddress } from '../domain/address'
import { useStore } from '../store/store'

/** Takes a wallet or a profile address; which of the two it is, the look-up tells. */
export function WatchAddress() {
  const setWatch = useStore((state) => state.setWatch)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const address = typedAddress(text)
    setWrong(address === null)
    if (address === null) return
    setWatch({ address, fromLink: false, asProfile: false })
    setText('')
  }

  return (
    <form onSubmit={submit} className="relative flex min-w-0 flex-1 items-center gap-1">
      <input
        aria-label="Watch address"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(false)
        }}
        placeholder="Watch address 0x…"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        className="h-8 w-full min-w-24 rounded border border-line bg-bg px-2 text-xs sm:w-44 placeholder:text-faint aria-invalid:border-down"
      />
      <button type="submit" className="h-8 rounded border border-line bg-raised px-2 text-xs">
        Watch
      </button>
      {wrong && (
        <p
          role="alert"
          className="absolute top-full right-0 z-30 mt-1 rounded border border-line bg-raised px-2 py-1 text-xs whitespace-nowrap text-warn"
        >
          That is no Aptos address: 0x and up to 64 hex digits.
        </p>
      )}
    </form>
  )
}
