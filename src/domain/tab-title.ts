/** The figure in the tab's title, and which way it went. */
export interface TitleFigure {
  /** What it is a figure of: it is compared with one of the same market only. */
  readonly subject: string
  readonly value: number
  /** As it was shown. */
  readonly text: string
  /** Against the last figure shown that differed; null before there is one. */
  readonly direction: 'up' | 'down' | null
}

/** The figure to show after `before`: what reads the same keeps its direction, the first of a market has none. */
export function nextTitleFigure(
  before: TitleFigure | null,
  { subject, value, text }: Omit<TitleFigure, 'direction'>,
): TitleFigure {
  if (before?.subject !== subject) return { subject, value, text, direction: null }
  if (before.text === text) return before
  return { subject, value, text, direction: value > before.value ? 'up' : 'down' }
}
