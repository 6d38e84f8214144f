import { DEMO_NETWORK } from '../../config'
import { type AccountTab, useStore } from '../../store/store'
import { Panel } from '../../ui/panel'
import { type Tab, TabList, TabPanel } from '../../ui/tabs'
import { TAB_LABELS, TABS } from './tab-names'

const WAITING = TABS.map((id): Tab<AccountTab> => ({ id, label: TAB_LABELS[id], state: 'waiting' }))

/** The account's place while nobody has asked for an account: apart from its tables, so that a visitor need not wait for their code. */
export function NoAccount() {
  const tab = useStore((state) => state.tab)
  const showTab = useStore((state) => state.showTab)
  return (
    <Panel
      label="Account"
      state="waiting"
      status="No account"
      lead={<TabList label="Account" tabs={WAITING} selected={tab} onSelect={showTab} />}
      className="h-full"
    >
      <TabPanel id={tab}>
        <Welcome />
      </TabPanel>
    </Panel>
  )
}

const FIRST = 'h-9 rounded bg-accent px-3 font-semibold text-bg hover:opacity-90'
const OTHER = 'h-9 rounded border border-line bg-raised px-3 font-medium hover:border-accent'

/** The first thing a visitor sees of the account: what it would show, the two ways to it, and that neither costs him anything. */
function Welcome() {
  const ask = useStore((state) => state.ask)
  const demo = useStore((state) => state.networkId === DEMO_NETWORK.id)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="m-auto grid max-w-3xl gap-4 p-4 text-xs sm:grid-cols-[1fr_auto] sm:items-center sm:gap-x-10">
        <div className="grid gap-2">
          <h3 className="text-sm font-semibold">See an account as the exchange sees it</h3>
          <p className="text-muted">
            Positions with what they would bring now and how far they are from liquidation, orders with what stands
            ahead of them, every fill: live, and marked as soon as a figure is not sure.
          </p>
          <ul className="grid gap-1 text-muted">
            <Pledge>Nothing to sign: Perpscope never asks for a signature, and never trades</Pledge>
            <Pledge>No key, no password, no sign-up</Pledge>
            <Pledge>A wallet’s address stays in this browser and with the exchange</Pledge>
          </ul>
        </div>
        <div className="grid content-center gap-2 whitespace-nowrap sm:min-w-44">
          {demo && (
            <button type="button" onClick={() => ask('demo')} className={FIRST}>
              Watch the demo account
            </button>
          )}
          <button type="button" onClick={() => ask('wallet')} className={demo ? OTHER : FIRST}>
            Connect a wallet
          </button>
          <button type="button" onClick={() => ask('watch')} className={OTHER}>
            Enter an address
          </button>
        </div>
      </div>
    </div>
  )
}

function Pledge({ children }: { readonly children: string }) {
  return (
    <li className="flex gap-2">
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="mt-px size-3.5 shrink-0 fill-none stroke-up"
        strokeWidth="1.8"
      >
        <path d="m3 8.5 3.5 3.5L13 4.5" />
      </svg>
      {children}
    </li>
  )
}
