/** Fields that take letters, and choices that jump to what is typed. */
const TYPED_IN = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

/**
 * The sign of a key that was pressed on its own, or null. By the sign and not by the place on the keyboard: where / or [
 * stand on AltGr, or on a Mac's Option key, they are reached with it.
 */
export function pressedKey(event: KeyboardEvent): string | null {
  const { key, target } = event
  if (event.defaultPrevented || event.repeat || event.isComposing) return null
  if (key === 'Escape') return key
  if (target instanceof Element && target.closest(TYPED_IN) !== null) return null
  if (event.getModifierState('AltGraph')) return /^[a-z\d]$/i.test(key) ? null : key
  const forSigns = event.altKey && navigator.userAgent.includes('Mac OS X')
  if (event.ctrlKey || event.metaKey || (event.altKey && !forSigns)) return null
  return key.toLowerCase()
}
