import { onPage } from '../look/onPage.ts'

const variable = '--cc-launcher-space'

/**
 * Sets `--cc-launcher-space` on the page's root element: the height at the end of the page that a launcher's button covers. Returns
 * a function that takes it away again, with the last launcher.
 */
export function reserveLauncherSpace(): () => void {
  const launchers = onPage('launchers', () => ({ count: 0 }))
  const root = document.documentElement
  launchers.count += 1
  root.style.setProperty(variable, 'calc(76px + max(20px, env(safe-area-inset-bottom)))')
  return () => {
    launchers.count -= 1
    if (launchers.count > 0) return
    root.style.removeProperty(variable)
    if (!root.getAttribute('style')) root.removeAttribute('style')
  }
}
