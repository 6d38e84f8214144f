import { createContext } from 'react'

/** What the page lets a panel do with its own frame; null where it always fills its place. */
export interface Frame {
  /** It fills the window. */
  readonly full: boolean
  readonly onFull: (full: boolean) => void
  /** The key that does the same; null where single keys are off. */
  readonly shortcut: string | null
}

export const FrameContext = createContext<Frame | null>(null)
