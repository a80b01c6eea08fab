/**
 * On a screen that a panel fills, makes an entry in the browser's history, so that the back gesture closes the panel and does not
 * leave the page. Returns a function that takes the entry out again, for a panel that is closed in another way.
 */
export function holdBack(onBack: () => void): () => void {
  if (!matchMedia('(width < 640px)').matches) return () => undefined
  const id = String(Math.random())
  const isHeld = (): boolean => history.state?.crmChat === id
  history.pushState({ ...history.state, crmChat: id }, '') // Routers find their own state in both entries.
  const handlePop = (): void => {
    if (isHeld()) return
    window.removeEventListener('popstate', handlePop)
    onBack()
  }
  window.addEventListener('popstate', handlePop)
  return () => {
    window.removeEventListener('popstate', handlePop)
    if (isHeld()) history.back()
  }
}
