import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { keepAppearance } from './app/appearance'
import { preload } from './app/layout'
import { refuseFrame } from './app/refuse-frame'
import { openView, Root } from './app/root'
import './index.css'

/** Drawn together, header and panels cost a slow machine less; a line that brings no panels must not keep the header back. */
const PANELS_WAIT_MS = 2000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Each step in a task of its own, and the drawing in slices: a slow machine could not be used for a second otherwise. */
async function start(root: HTMLElement) {
  await pause(0)
  keepAppearance()
  openView()
  await pause(0)
  await Promise.race([preload(), pause(PANELS_WAIT_MS)])
  const page = createRoot(root)
  startTransition(() => page.render(<Root />))
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
if (window.top === window.self) void start(root)
else refuseFrame(root)
