import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

/**
 * A component from a chunk of its own. A load that fails breaks the boundary above; mounted again, it loads again.
 * The waiting is inside, since a component that waits before its first commit loses its state, and would load for ever.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback: ReactNode) {
  return function Late(props: Props) {
    const [View] = useState(() => lazy(async () => ({ default: await load() })))
    return (
      <Suspense fallback={fallback}>
        <View {...props} />
      </Suspense>
    )
  }
}
