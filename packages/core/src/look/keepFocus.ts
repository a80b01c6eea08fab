/**
 * On a screen that a panel fills, keeps the focus in the panel: Tab does not walk out to what lies under it. Returns a function
 * that ends it.
 */
export function keepFocus(panel: HTMLElement): () => void {
  if (!matchMedia('(width < 640px)').matches) return () => undefined
  const guard = document.createElement('span') // The focus comes here from a frame, whose keys the page does not hear.
  const findFirst = (): HTMLElement => panel.querySelector('button') ?? panel
  const handleKeyDown = (event: KeyboardEvent): void => {
    const isAtStart = event.target === panel || event.target === findFirst()
    if (event.code === 'Tab' && event.shiftKey && isAtStart) event.preventDefault() // WebKitGTK does not know its `key`.
  }
  guard.tabIndex = 0
  guard.addEventListener('focus', () => findFirst().focus())
  panel.append(guard)
  panel.ariaModal = 'true'
  panel.addEventListener('keydown', handleKeyDown)
  return () => {
    guard.remove()
    panel.ariaModal = null
    panel.removeEventListener('keydown', handleKeyDown)
  }
}
