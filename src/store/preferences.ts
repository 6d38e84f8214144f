import { create } from 'zustand'
import { checkPreferences, FIRST_PREFERENCES, KEPT_PREFERENCES, type Preferences } from '../domain/preferences'
import { keep, onForget, readKept } from './kept'

interface PreferencesState extends Preferences {
  /** Changes some of them, at once and for the next visit. */
  readonly prefer: (change: Partial<Preferences>) => void
}

export const usePreferences = create<PreferencesState>()((set, get) => ({
  ...checkPreferences(readKept(KEPT_PREFERENCES)),
  prefer(change) {
    set(checkPreferences({ ...get(), ...change }))
    keep(KEPT_PREFERENCES, checkPreferences(get()))
  },
}))

onForget(() => usePreferences.setState(FIRST_PREFERENCES))
