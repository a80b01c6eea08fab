import { onPage } from '../look/onPage.ts'

/** Keeps the page behind a modal panel from scrolling. The last one that lets go restores what was there. */
export function lockScroll(): () => void {
  const lock = onPage('scrollLock', () => ({ count: 0, restore: (): void => undefined }))
  if (lock.count === 0) lock.restore = lockRoot()
  lock.count += 1
  return () => {
    lock.count -= 1
    if (lock.count === 0) lock.restore()
  }
}

function lockRoot(): () => void {
  const root = document.documentElement
  const { style, clientWidth } = root
  const locks = { overflow: 'hidden', ...(innerWidth > clientWidth && { 'scrollbar-gutter': 'stable' }) } // Nothing jumps.
  const before = Object.keys(locks).map((name) => ({
    name,
    value: style.getPropertyValue(name),
    priority: style.getPropertyPriority(name),
  }))
  for (const [name, value] of Object.entries(locks)) style.setProperty(name, value, 'important')
  return () => {
    for (const { name, value, priority } of before) style.setProperty(name, value, priority)
    if (!root.getAttribute('style')) root.removeAttribute('style')
  }
}
