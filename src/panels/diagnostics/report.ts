import { shortAddress } from '../../domain/address'
import { type FreshnessSource, freshness } from '../../domain/freshness'
import { estimatedLiquidation, MAINTENANCE_MARGIN } from '../../domain/liquidation'
import { ageMs, type Stamp } from '../../domain/time'
import type { Topic } from '../../domain/update'
import { selectAccount, selectFreshnessSource } from '../../store/selectors'
import type { State } from '../../store/store'
import { formatAge, formatFixed, plural } from '../../ui/format'

/** One line of the diagnostics: what it is about, and what there is to say. */
export type Line = readonly [what: string, said: string]

export interface Report {
  readonly links: readonly Line[]
  readonly topics: readonly Line[]
  readonly traffic: readonly Line[]
  readonly lost: readonly Line[]
  readonly units: readonly Line[]
  readonly log: readonly Line[]
}

const TOPICS: readonly Topic[] = [
  'orderbook',
  'recent_trades',
  'live_funding_rate',
  'positions',
  'open_orders',
  'order_history',
  'trade_history',
]

/** Everything the page knows about how sure its figures are; addresses shortened, so that it can be shown to others. */
export function makeReport(
  state: State,
  now: Stamp,
  rate: { readonly messages: number; readonly chars: number },
): Report {
  const { lost, story, links } = state
  return {
    links: Object.entries(links).map(([key, link]) => [
      shortened(key),
      [
        `${link.phase}, socket ${link.generation}`,
        link.lastFrame === null ? 'nothing came yet' : `last message ${formatAge(ageMs(link.lastFrame.at, now))} ago`,
        link.probing ? '' : 'not asked for signs of life any more',
        link.failures > 0 ? `${plural(link.failures, 'loss', 'losses')} in a row` : '',
        link.reason === null ? '' : `last loss: ${link.reason}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    ]),
    topics: TOPICS.map((topic) => [topic, topicWords(selectFreshnessSource(state, topic), now)]),
    traffic: [
      ['now', `${formatFixed(rate.messages, 0)} messages a second, ${formatFixed(rate.chars / 1000, 1)} kB a second`],
      ['since the page opened', `${plural(story.messages, 'message')}, ${formatFixed(story.chars / 1e6, 2)} MB`],
      ['books replaced by a newer one before a frame could show them', formatFixed(story.superseded, 0)],
      ['clock', clockWords(story.clockOffsetMs)],
    ],
    lost: [
      [
        'in all',
        `${plural(lost.total, 'message or part', 'messages or parts')}; ${lost.late} for a subject that was left`,
      ],
      ...Object.entries(lost.byReason).map(([reason, count]): Line => [reason, String(count)]),
      ...lost.recent.slice(0, 20).map(({ topic, detail }): Line => [topic ?? 'no topic', shortened(detail)]),
    ],
    units: [...unitLines(state), ...liquidationLines(state, now)],
    log: story.log.map(({ at, key, text }) => [
      `${new Date(at.wall).toISOString()} ${shortened(key)}`,
      shortened(text),
    ]),
  }
}

const NOTABLE_LAG_MS = 100

function topicWords(source: FreshnessSource, now: Stamp): string {
  const { state, ageMs: age } = freshness(source, now)
  const late = source.link?.lagMs ?? 0
  return [
    state,
    age === null ? '' : `known to be current ${formatAge(age)} ago`,
    late >= NOTABLE_LAG_MS ? `${formatFixed(late / 1000, 1)} s late` : '',
    source.topic?.doubt ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function clockWords(offsetMs: number | null): string {
  if (offsetMs === null) return 'not measured yet'
  return `${(offsetMs / 1000).toFixed(1)} s from the exchange’s, the way here included`
}

function unitLines(state: State): Line[] {
  const found = Object.entries(state.markets).flatMap(([key, { units }]) =>
    units.findings.map(({ check, powerOfTen }): Line => [check, `${key}: a factor of 10^${powerOfTen}`]),
  )
  return found.length === 0 ? [['checks', 'nothing found']] : found
}

/** Our own estimate beside the exchange's liquidation price; the difference alone, since a report is shown to others. */
function liquidationLines(state: State, now: Stamp): Line[] {
  if (freshness(selectFreshnessSource(state, 'positions'), now).withheld) return []
  const assumed = `${formatFixed(MAINTENANCE_MARGIN * 100, 1)} % maintenance assumed`
  return selectAccount(state).positions.flatMap((position): Line[] => {
    const { liquidationPrice, marketId, side } = position
    const own = estimatedLiquidation(position)
    if (own === null || liquidationPrice === null) return []
    const percent = Math.round((own / liquidationPrice - 1) * 10_000) / 100
    const off = `${percent > 0 ? '+' : ''}${formatFixed(percent, 2)} %`
    return [[`liquidation, ${side} in ${marketId}`, `own estimate ${off} from the exchange’s, ${assumed}`]]
  })
}

function shortened(text: string): string {
  return text.replace(/(?:0x)?[0-9a-f]{32,}/gi, shortAddress)
}

export function reportText(report: Report): string {
  return Object.entries(report)
    .map(([title, lines]: [string, readonly Line[]]) =>
      [title, ...lines.map(([what, said]) => `  ${what}: ${said}`)].join('\n'),
    )
    .join('\n\n')
}
