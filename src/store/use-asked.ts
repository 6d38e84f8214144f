import { useEffect, useRef } from 'react'
import { type Asked, useStore } from './store'

/** Runs `answer` each time another part of the page calls for this one; not for a call that came before it was there. */
export function useAsked(what: Asked, answer: () => void): void {
  const latest = useRef(answer)
  useEffect(() => {
    latest.current = answer
  })
  useEffect(
    () =>
      useStore.subscribe(({ asked }, before) => {
        if (asked !== before.asked && asked?.what === what) latest.current()
      }),
    [what],
  )
}
