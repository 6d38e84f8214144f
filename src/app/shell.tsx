/** What stands in the page until its script has come and clears it away: the frames of the panels, where they will be. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { NoAccount } from '../panels/account/no-account'
import { HEIGHTS } from './pages'
import { PanelToCome } from './panels'
import { DESKTOP, Panes } from './panes'

/** For the build, which writes it into the page of a site at `base` (scripts/site/shell.ts). Its styles are classes: the policy lets no other in. */
export function shellHtml(base: string): string {
  return renderToStaticMarkup(<Shell base={base} />)
}

function Shell({ base }: { readonly base: string }) {
  return (
    <div className="flex h-dvh cursor-progress flex-col">
      <header className="shrink-0 border-b border-line bg-panel px-3 py-1.5 text-sm font-semibold tracking-tight">
        <h1 className="flex h-8 items-center gap-2">
          <img src={`${base}favicon.svg`} alt="" width="20" height="20" loading="lazy" />
          Perpscope
        </h1>
        {/* Where the figures have a line of their own. */}
        <p className="mt-1.5 flex h-8 items-center text-xs font-normal text-muted min-[1400px]:sr-only">Loading…</p>
      </header>
      {/* Nothing in it does anything yet. A slow machine draws it behind the first picture (scripts/site/drawn-first.ts). */}
      <div inert className="hidden in-data-begun:contents">
        <div className={`${DESKTOP} max-lg:hidden`}>
          <Panes place={(name) => <Place>{name === 'account' ? <Account /> : <PanelToCome name={name} />}</Place>} />
        </div>
        <div className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-hidden p-1.5 lg:hidden">
          {FIRST_PAGE.map((name) => (
            <Place key={name} className={HEIGHTS[name]}>
              <PanelToCome name={name} />
            </Place>
          ))}
        </div>
        <div className="h-13 shrink-0 border-t border-line bg-panel py-1 text-2xs lg:h-auto">&nbsp;</div>
      </div>
    </div>
  )
}

/** On a narrow screen, where the page's address asks for no account. */
const FIRST_PAGE = ['price', 'depth'] as const

interface PlaceProps {
  readonly className?: string
  readonly children: ReactNode
}

const Place = ({ className = 'h-full', children }: PlaceProps) => (
  <div className={`flex min-w-0 flex-col *:flex-1 ${className}`}>{children}</div>
)

/** Who has asked for an account by the page's address is not greeted (scripts/site/drawn-first.ts). */
const Account = () => (
  <div className="flex flex-col in-data-asked:*:invisible">
    <NoAccount />
  </div>
)
