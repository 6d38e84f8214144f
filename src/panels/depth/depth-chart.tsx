/** The lazy part of the depth panel: the only one that loads the chart library. */
import { useEffect, useRef, useState } from 'react'
import type { DepthCurves } from '../../domain/depth'
import { useColors } from '../../ui/use-colors'
import { createDepthPicture, type DepthPicture } from './depth-picture'

interface DepthChartProps {
  readonly curves: DepthCurves
  /** The size at the upper edge, in base units. */
  readonly top: number
}

export function DepthChart({ curves, top }: DepthChartProps) {
  const container = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<DepthPicture | null>(null)
  const colors = useColors()

  useEffect(() => {
    if (container.current === null) return
    const made = createDepthPicture(container.current, colors)
    setPicture(made)
    return () => {
      setPicture(null)
      made.remove()
    }
  }, [colors])

  useEffect(() => picture?.draw(curves, top), [picture, curves, top])

  return <div ref={container} className="absolute inset-0" />
}
