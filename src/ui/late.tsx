import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

type Loaded<Props> = { readonly View: ComponentType<Props> } | { readonly failure: unknown }

/**
 * A component from a chunk of its own. A load that fails breaks the boundary above; mounted again, it loads again. Not React's
 * `lazy`: what that has loaded is drawn only when no other update comes in between, and books come all the time. On a slow
 * machine a page would wait ten seconds for its first figure.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback: ReactNode) {
  // Once loaded, it is there with the first look.
  let known: Loaded<Props> | null = null
  return function Late(props: Props) {
    const [loaded, setLoaded] = useState(known)
    useEffect(() => {
      if (loaded !== null) return
      let left = false
      const take = (next: Loaded<Props>) => {
        if (!left) setLoaded(next)
      }
      async function begin() {
        try {
          known = { View: await load() }
          take(known)
        } catch (failure) {
          take({ failure })
        }
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
}
