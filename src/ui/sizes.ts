/** The one source of sizes and times of motion: Tailwind makes CSS variables of them, long tables reckon with them. */

/** Sizes in px. `root` scales all spacing, `text` is set apart from it, rows are counted on by tables that draw only what is in view. */
export const densities = {
  comfortable: {
    root: 14,
    text: { '2xs': 11, xs: 12, sm: 14 },
    rows: { table: 28, ladder: 19, tape: 21, 'card-title': 36, 'card-line': 24, 'card-end': 8 },
  },
  compact: {
    root: 12,
    text: { '2xs': 10, xs: 11, sm: 13 },
    rows: { table: 24, ladder: 16, tape: 17, 'card-title': 30, 'card-line': 20, 'card-end': 6 },
  },
} as const

export type Density = keyof typeof densities
export type Rows = Readonly<Record<keyof (typeof densities)['comfortable']['rows'], number>>

/** Px that a finger needs. */
const FINGER = 24

/** Where there is no mouse, rows with something to press in them are at least as high. */
export function forFingers(rows: Rows): Rows {
  const raised = (height: number) => Math.max(height, FINGER)
  return { ...rows, table: raised(rows.table), tape: raised(rows.tape), 'card-line': raised(rows['card-line']) }
}

/** Of corners, in px. */
export const radii = { control: 4, panel: 6, dialog: 8 } as const

/** In ms: how long a changed figure stands out, and how long what moves is on its way. */
export const motion = { flash: 900, move: 140 } as const
