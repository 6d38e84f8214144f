import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { useStore } from '../store/store'
import { onCodeGone } from '../ui/late'
import { isOfBuild, readSiteBuild, type SiteBuild } from './site-build'

const LOOK_EVERY_MS = 30 * 60_000
/** The hash of the build for which the tab was loaded anew: once for each. */
const LOADED_FOR = 'perpscope:loaded-for'
const LOADED_NOW = 'perpscope:loaded-now'

interface SiteState {
  /** The build this page is of; null until it is known to be of one. */
  readonly running: SiteBuild | null
  readonly newer: SiteBuild | null
}

export const useSite = create<SiteState>()(() => ({ running: null, newer: null }))

async function look(): Promise<void> {
  const build = await readSiteBuild()
  if (build === null) return
  const { running } = useSite.getState()
  // What the page is of is told once: another build may load the same code and differ in the rest.
  const isOurs = running === null ? isOfBuild(build) : running.hash === build.hash
  useSite.setState(isOurs ? { running: build, newer: null } : { newer: build })
}

/**
 * What a tab does whose code is gone from the server: where a newer version is there, it is loaded anew, once. False where
 * that would not help.
 */
export async function loadAnew(): Promise<boolean> {
  const build = await readSiteBuild()
  if (build === null || isOfBuild(build)) return false
  try {
    if (sessionStorage.getItem(LOADED_FOR) === build.hash) return false
    sessionStorage.setItem(LOADED_FOR, build.hash)
    sessionStorage.setItem(LOADED_NOW, 'yes')
  } catch {
    // Without a memory it could go on for ever.
    return false
  }
  location.reload()
  return true
}

function tellOfReload(): void {
  try {
    if (sessionStorage.getItem(LOADED_NOW) === null) return
    sessionStorage.removeItem(LOADED_NOW)
  } catch {
    return
  }
  const words =
    'A part of the page was gone from the server, since a new version of Perpscope came: the page was loaded anew.'
  useStore.getState().notify(words)
}

/** Offers the version that came while the page was open: loaded by the reader's press, so that nothing moves under his hands. */
export function NewVersion() {
  const newer = useSite((state) => state.newer)
  const [later, setLater] = useState<string | null>(null)
  useEffect(() => {
    onCodeGone(loadAnew)
    tellOfReload()
    let lookedMs = performance.now()
    void look()
    const lookAgain = () => {
      if (document.hidden || performance.now() - lookedMs < LOOK_EVERY_MS) return
      lookedMs = performance.now()
      void look()
    }
    const timer = setInterval(lookAgain, LOOK_EVERY_MS / 10)
    document.addEventListener('visibilitychange', lookAgain)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [])
  if (newer === null || newer.hash === later) return null
  // Over the page, at its foot: nothing moves for it.
  return (
    <output className="fixed inset-x-2 bottom-10 z-40 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-accent bg-raised px-3 py-1.5 text-xs shadow-lg max-lg:bottom-[calc(max(3.25rem,44px)+env(safe-area-inset-bottom)+0.5rem)] print:hidden">
      <span className="flex-1">A new version of Perpscope is there.</span>
      <button
        type="button"
        onClick={() => location.reload()}
        className="rounded border border-line bg-panel px-2 py-1 font-medium hover:border-accent"
      >
        Load it
      </button>
      <button type="button" onClick={() => setLater(newer.hash)} className="min-h-[24px] text-accent hover:underline">
        Later
      </button>
    </output>
  )
}
