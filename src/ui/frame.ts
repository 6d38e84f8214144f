import { createContext } from 'react'

/** What the page lets a panel do with its own frame; null where it always fills its place. */
export interface Frame {
  /** It fills the window. */
  readonly full: boolean
  readonly onFull: (full: boolean) => void
}

export const FrameContext = createContext<Frame | null>(null)
