import { useLook } from './look'
import { type Colors, colors } from './tokens'

/** The colours in force as values, for what is drawn on a canvas. Apart from the look, since the page itself needs none. */
export function useColors(): Colors {
  const { theme, palette } = useLook()
  return colors[theme][palette]
}
