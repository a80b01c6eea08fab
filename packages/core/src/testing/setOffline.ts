/** Makes this page believe that the browser is offline, or lets it see again how it is. Tells those who watch, unless `silent`. */
export function setOffline(isOffline: boolean, { silent = false }: { silent?: boolean } = {}): void {
  if (typeof window === 'undefined') return
  const { onLine } = navigator
  if (isOffline) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
  else Reflect.deleteProperty(navigator, 'onLine')
  if (!silent && navigator.onLine !== onLine) window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'))
}
