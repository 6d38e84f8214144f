import { useMemo } from 'react'
import type { Position } from '../../domain/account'
import { usePreferences } from '../../store/preferences'
import type { PriceView } from './live-position'
import { useSureness } from './sure-prices'

/** By which prices these positions are valued; the same object while nothing about it changes. */
export function usePriceView(positions: readonly Position[], trusted: boolean): PriceView {
  const basis = usePreferences((preferences) => preferences.priceBasis)
  const feeBps = usePreferences((preferences) => preferences.feeBps)
  const sureness = useSureness(positions)
  return useMemo(() => ({ basis, feeBps, sureness, trusted }), [basis, feeBps, sureness, trusted])
}
