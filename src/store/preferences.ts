import { create } from 'zustand'
import { checkPreferences, FIRST_PREFERENCES, type Preferences } from '../domain/preferences'
import { keep, onForget, readKept } from './kept'

/** The number grows when a field changes its meaning. */
const NAME = 'perpscope.preferences.1'

interface PreferencesState extends Preferences {
  /** Changes some of them, at once and for the next visit. */
  readonly prefer: (change: Partial<Preferences>) => void
}

export const usePreferences = create<PreferencesState>()((set, get) => ({
  ...checkPreferences(readKept(NAME)),
  prefer(change) {
    set(checkPreferences({ ...get(), ...change }))
    keep(NAME, checkPreferences(get()))
  },
}))

onForget(() => usePreferences.setState(FIRST_PREFERENCES))
