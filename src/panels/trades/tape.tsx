import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { MAX_TAPE_ROWS } from '../../config'
import type { Network } from '../../domain/market'
import { isOwnMatch, ownLegs } from '../../domain/own-trades'
import { groupMatches, groupsFrom, type TradeGroup } from '../../domain/trade-groups'
import { usePreferences } from '../../store/preferences'
import { selectAccount, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { formatUsd, plural } from '../../ui/format'
import { useLook } from '../../ui/look'
import { useVisibleRows } from '../../ui/use-visible-rows'
import { useTapeStore } from '../../store/use-tape-store'
import { type Pause, usePauseOfSelection } from './pause-button'
import { TapeRow } from './tape-row'
import { TradeDetails } from './trade-details'

/** As many trades as a busy beat brings. */
const SPARE_ROWS = 12

interface TapeProps {
  readonly base: string
  readonly network: Network
  /** Its rows stand still; null: the newest are shown. */
  readonly pause: Pause | null
  readonly onPause: (pause: Pause | null) => void
  /** false: the figures are doubted, so nothing is reckoned with them and no row is hidden by its value. */
  readonly sure: boolean
}

export function Tape({ base, network, pause, onPause, sure }: TapeProps) {
  const newest = useTapeStore((state) => selectMarket(state)?.matches)
  const matches = pause?.matches ?? newest
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  const grouped = usePreferences((preferences) => preferences.groupTrades) && sure
  const minUsd = usePreferences((preferences) => (sure ? preferences.minTradeUsd : 0))
  const largeUsd = usePreferences((preferences) => (sure ? preferences.largeTradeUsd : Number.POSITIVE_INFINITY))
  const groups = useMemo(() => groupMatches(matches ?? [], grouped), [matches, grouped])
  const rows = useMemo(() => groupsFrom(groups, minUsd), [groups, minUsd])
  const isOwn = useOwnLegs()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useLook().rows.tape
  const { first, last, atStart } = useVisibleRows(scroller, rowHeight, rows.length, SPARE_ROWS)
  usePauseOfSelection(scroller, atStart, pause, onPause)
  const { chosen, choose, close } = useChosen(rows)
  if (matches === undefined || decimals === undefined) return null
  return (
    <>
      {/* Below its head no row is cut in half. */}
      <div className="flex min-h-0 flex-1 flex-col">
        <div
          ref={scroller}
          className="h-[calc(round(down,100%_-_1.5rem,var(--row-tape))_+_1.5rem)] min-h-0 overflow-y-auto"
        >
          <table
            aria-label="Trades"
            aria-rowcount={rows.length + 1}
            className="w-full table-fixed text-right text-xs whitespace-nowrap"
          >
            <Head base={base} wide={grouped} />
            <tbody>
              <Gap height={first * rowHeight} />
              {rows.slice(first, last).map((group, offset) => (
                <tr
                  // At the top the slot is the key: a new trade changes texts and moves no row, nor the focus. Scrolled away
                  // from there, rows that are read keep their elements, by which the browser holds them in their place.
                  key={atStart ? String(offset) : group.key}
                  aria-rowindex={first + offset + 2}
                  className={`h-tape-row hover:bg-raised ${group.key === chosen?.key ? 'bg-raised' : ''}`}
                >
                  <TapeRow
                    rowKey={group.key}
                    timeMs={group.timeMs}
                    takerSide={group.takerSide}
                    low={group.low}
                    high={group.high}
                    size={group.size}
                    valueUsd={sure ? group.valueUsd : (group.matches[0]?.valueUsd ?? null)}
                    wholeUsd={grouped}
                    count={group.matches.length}
                    own={group.matches.some((match) => isOwnMatch(match, isOwn))}
                    large={largeUsd > 0 && group.valueUsd >= largeUsd}
                    open={group.key === chosen?.key}
                    inTabOrder={offset === 0}
                    decimals={decimals}
                    onOpen={choose}
                  />
                </tr>
              ))}
              <Gap height={(rows.length - last) * rowHeight} />
            </tbody>
          </table>
          {rows.length === 0 && (
            <p className="p-4 text-center text-xs text-muted">No trade of ${formatUsd(minUsd)} or more is held</p>
          )}
        </div>
      </div>
      {chosen !== undefined && (
        <TradeDetails
          key={chosen.key}
          group={chosen}
          base={base}
          decimals={decimals}
          network={network}
          isOwn={isOwn}
          onClose={close}
        />
      )}
      <TapeNote held={matches.length} hidden={groups.length - rows.length} minUsd={minUsd} />
    </>
  )
}

function useOwnLegs() {
  const address = useStore((state) => state.account?.address ?? null)
  const fills = useStore((state) => selectAccount(state).fills)
  return useMemo(() => ownLegs(address, fills), [address, fills])
}

/** The row whose details are open: it stays though it leaves the tape, but not beyond its market. */
function useChosen(rows: readonly TradeGroup[]) {
  const market = useStore((state) => state.market)
  const [opened, setOpened] = useState<{ readonly group: TradeGroup; readonly market: typeof market } | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const group = opened?.market === market ? opened?.group : undefined
  const chosen = group && (rows.find(({ key }) => key === group.key) ?? group)
  const latest = useRef({ rows, market, chosen })
  useEffect(() => {
    latest.current = { rows, market, chosen }
  })
  const choose = useCallback((key: string, button: HTMLElement) => {
    const now = latest.current
    const next = now.rows.find((row) => row.key === key)
    opener.current = button
    setOpened(next === undefined || key === now.chosen?.key ? null : { group: next, market: now.market })
  }, [])
  // The focus goes back to the row, where it is still there.
  const close = useCallback(() => {
    setOpened(null)
    opener.current?.focus()
  }, [])
  return { chosen, choose, close }
}

function Head({ base, wide }: { readonly base: string; readonly wide: boolean }) {
  return (
    <thead className="sticky top-0 z-10 bg-panel text-2xs text-muted">
      <tr className="h-6" aria-rowindex={1}>
        <th scope="col" className="w-16 pl-3 text-left font-medium">
          Time
        </th>
        <th scope="col" className={`font-medium ${wide ? 'w-[35%]' : ''}`}>
          Price
        </th>
        <th scope="col" className={`font-medium ${wide ? 'w-[23%]' : ''}`}>
          Size ({base})
        </th>
        <th scope="col" className="pr-3 font-medium">
          Value ($)
        </th>
      </tr>
    </thead>
  )
}

function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={4} />
    </tr>
  )
}

interface TapeNoteProps {
  readonly held: number
  readonly hidden: number
  readonly minUsd: number
}

/** What the rows are of; nothing is left out without a word. */
function TapeNote({ held, hidden, minUsd }: TapeNoteProps) {
  const cut = useStore((state) => selectMarket(state)?.tapeCut === true)
  return (
    <p className="shrink-0 truncate border-t border-line px-3 py-1 text-2xs text-muted">
      {`${plural(held, 'trade')} held${cut ? `; the tape keeps ${MAX_TAPE_ROWS}` : ''}`}
      {hidden > 0 && (
        <span className="text-warn">
          ; {plural(hidden, 'row')} below ${formatUsd(minUsd)} hidden
        </span>
      )}
    </p>
  )
}
