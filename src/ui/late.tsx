import { type ComponentType, type ReactNode, startTransition, useEffect, useState } from 'react'

let loadAnew: () => Promise<boolean> = async () => false

/** What is tried when code does not come, before that is told: true when the page is about to be loaded anew. */
export function onCodeGone(next: () => Promise<boolean>): void {
  loadAnew = next
}

type Loaded<Props> = { readonly View: ComponentType<Props> } | { readonly failure: unknown }

/**
 * A component from a chunk of its own, which its `preload` asks for ahead. A load that fails breaks the boundary above; mounted again, it loads again. Not React's
 * `lazy`: what that has loaded is drawn only when no other update comes in between, and books come all the time. On a slow
 * machine a page would wait ten seconds for its first figure.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback: ReactNode) {
  // Once loaded, it is there with the first look.
  let known: Loaded<Props> | null = null

  async function loadView(): Promise<Loaded<Props>> {
    try {
      known = { View: await load() }
      return known
    } catch (failure) {
      // Of a page that leaves nothing more is told.
      return (await loadAnew()) ? new Promise(() => undefined) : { failure }
    }
  }

  function Late(props: Props) {
    const [loaded, setLoaded] = useState(known)
    useEffect(() => {
      if (loaded !== null) return
      let left = false
      async function begin() {
        const next = await loadView()
        // In slices: a slow machine would be blocked by a panel's first picture.
        if (!left) startTransition(() => setLoaded(next))
      }
      void begin()
      return () => {
        left = true
      }
    }, [loaded])
    if (loaded === null) return fallback
    if ('failure' in loaded) throw loaded.failure
    return <loaded.View {...props} />
  }

  // Code that does not come is asked for again by what shows it, and that tells.
  return Object.assign(Late, { preload: loadView })
}
