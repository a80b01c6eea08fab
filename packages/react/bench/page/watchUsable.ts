declare global {
  interface Window {
    /** Time from the latest click until the vendor's page can be used. */
    usableMs: number | undefined
    /** Numbers that the page has shown, each with the time. */
    shown: [count: number, at: number][]
  }
}

/**
 * Measures the time from a click to a chat that can be typed into: the vendor's page has loaded, and it is what the pointer
 * would meet.
 */
export function watchUsable(): void {
  const loaded = new Set<unknown>()
  window.addEventListener('message', ({ data, source }) => data === 'loaded' && loaded.add(source))
  const isUsable = (frame: HTMLIFrameElement): boolean => {
    const { left, top, width, height } = frame.getBoundingClientRect()
    return loaded.has(frame.contentWindow) && document.elementFromPoint(left + width / 2, top + height / 2) === frame
  }
  let timer: ReturnType<typeof setTimeout>
  const look = (start: number): void => {
    if ([...document.querySelectorAll('iframe')].some(isUsable)) window.usableMs = performance.now() - start
    else timer = setTimeout(look, 1, start)
  }
  const handleClick = (): void => {
    clearTimeout(timer)
    window.usableMs = undefined
    timer = setTimeout(look, 0, performance.now())
  }
  window.addEventListener('click', handleClick, true)
}

/** Notes each number that an element shows. */
export function watchShown(element: Element): void {
  window.shown = []
  new MutationObserver(() => {
    const count = Number.parseInt(element.textContent, 10)
    if (window.shown.at(-1)?.[0] !== count) window.shown.push([count, performance.timeOrigin + performance.now()])
  }).observe(element, { subtree: true, childList: true, characterData: true })
}
