const CONTROLS = 'a[href], button, input, select, textarea, [tabindex="0"]'

/**
 * For the ref of what scrolls: a stop of the Tab key, from which the arrows scroll it, as long as there is something to
 * scroll to and no control inside that leads there. (Some browsers do so by themselves.)
 */
export function scrollStop(element: HTMLElement | null): (() => void) | undefined {
  // Not in the unit tests' page.
  if (element === null || typeof ResizeObserver === 'undefined') return undefined
  const look = () => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
    const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight
    if (scrolls && element.querySelector(CONTROLS) === null) element.tabIndex = 0
    else if (element !== document.activeElement) element.removeAttribute('tabindex')
  }
  const sizes = new ResizeObserver(look)
  const watch = () => {
    sizes.observe(element)
    for (const child of element.children) sizes.observe(child)
  }
  watch()
  const children = new MutationObserver(watch)
  children.observe(element, { childList: true })
  return () => {
    sizes.disconnect()
    children.disconnect()
  }
}
