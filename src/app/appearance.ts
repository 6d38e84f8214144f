import { usePreferences } from '../store/preferences'
import { setChangedMarks } from '../ui/changed'
import { setFormats } from '../ui/format'
import { followSystem, setLook } from '../ui/look'

/** Puts the reader's looks and formats in force, before anything is drawn and at every change of theirs. */
export function keepAppearance(): void {
  const apply = () => {
    const preferences = usePreferences.getState()
    setLook(preferences)
    setFormats(preferences)
    setChangedMarks(preferences.flash)
  }
  apply()
  followSystem()
  usePreferences.subscribe(apply)
}
