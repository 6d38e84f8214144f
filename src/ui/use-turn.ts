import { startTransition, useEffect, useState } from 'react'

/** Later the page is drawn at once: who changes how numbers are written waits for one picture, not for six. */
let wereAllShown = false

/**
 * At the page's start its parts are drawn one in each frame: all in one would block a slow machine for half a second. `turn`:
 * frames to wait. What is `awaited` is drawn in one go, and not in slices behind all else.
 */
export function useTurn(turn: number, awaited = false): boolean {
  const [isItsTurn, setItsTurn] = useState(wereAllShown || turn === 0)
  useEffect(() => {
    if (isItsTurn) return
    let left = turn
    let frame = requestAnimationFrame(function next() {
      left -= 1
      if (left > 0) frame = requestAnimationFrame(next)
      else if (awaited) setItsTurn(true)
      else startTransition(() => setItsTurn(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [turn, awaited, isItsTurn])
  useEffect(
    () => () => {
      wereAllShown = true
    },
    [],
  )
  return isItsTurn
}
