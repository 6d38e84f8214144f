/** How the cost of a message grows with the book, the rate, the account and the markets. */
import { SMALL_ACCOUNT } from './account'
import { type CurvePoint, type GrowthKind, kindOf, logLogSlope } from './curve'
import type { Lane } from './lane'
import { type Load, measureCost, type Times } from './measure'
import { appBook, appWhole, type SubjectPage } from './subjects'

/** `y`: ms of the main thread a message. */
export interface GrowthPoint extends CurvePoint {
  readonly perSecond: number
  /** Share of one core. */
  readonly main: number
}

export interface GrowthCurve {
  readonly id: string
  /** What is on the x-axis, with its unit. */
  readonly over: string
  readonly page: string
  readonly points: readonly GrowthPoint[]
  readonly slope: number
  readonly kind: GrowthKind
  readonly why: string
}

interface Question extends Pick<GrowthCurve, 'id' | 'over' | 'why'> {
  readonly subject: SubjectPage
  readonly xs: readonly number[]
  readonly load: (x: number) => Load
}

type Print = (line: string) => void

const BOOKS = 20
const load = (account: Partial<typeof SMALL_ACCOUNT> = {}): Load => ({
  levels: 20,
  books: BOOKS,
  trades: 0,
  account: { ...SMALL_ACCOUNT, ...account },
})

const QUESTIONS: readonly Question[] = [
  {
    id: 'levels',
    over: `levels a side, ${BOOKS} books a second`,
    subject: appBook,
    xs: [10, 20, 50, 100, 200, 500, 1000],
    load: (levels) => ({ ...load(), levels }),
    why: 'All levels are read, checked and summed up; only those in view are written.',
  },
  {
    id: 'rate',
    over: 'books a second, 20 levels a side',
    subject: appBook,
    xs: [10, 50, 100, 200, 500, 1000, 2000],
    load: (books) => ({ ...load(), books }),
    why: 'Each message is read; what is drawn is the newest book of a frame, so beyond the frame rate drawing costs no more.',
  },
  {
    id: 'history',
    over: `rows of each history, ${BOOKS} books a second`,
    subject: appWhole,
    xs: [50, 200, 500, 1000],
    load: (history) => load({ history }),
    why: 'A book touches no row of a history.',
  },
  {
    id: 'orders',
    over: `open orders, ${BOOKS} books a second`,
    subject: appWhole,
    xs: [0, 10, 50, 100, 200],
    load: (orders) => load({ orders }),
    why: 'With each book the own orders are placed anew among its levels, one mark each.',
  },
  {
    id: 'markets',
    over: `markets with positions, ${BOOKS} books a second in each`,
    subject: appWhole,
    xs: [1, 2, 3, 4],
    load: (markets) => load({ further: markets - 1 }),
    why: 'Books of all markets are sent at once and share a frame; most of the page is drawn for the market on show.',
  },
]

export async function measureGrowth(lane: Lane, times: Times, print: Print): Promise<GrowthCurve[]> {
  const curves: GrowthCurve[] = []
  for (const { subject, xs, load: loadOf, ...question } of QUESTIONS) {
    const points: GrowthPoint[] = []
    for (const x of xs) {
      const { perSecond, main, mainMs } = await measureCost(lane, subject, loadOf(x), times)
      points.push({ x, y: mainMs, perSecond, main })
      print(`${question.id} ${x}: ${mainMs.toFixed(3)} ms a message, ${(main * 100).toFixed(1)} % of a core`)
    }
    const slope = logLogSlope(points)
    curves.push({ ...question, page: subject.name, points, slope, kind: kindOf(slope) })
    print(`${question.id}: ${kindOf(slope)}, slope ${slope.toFixed(2)}`)
  }
  return curves
}
