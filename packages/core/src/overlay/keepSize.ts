import { type SizedPanel, toSizeKey } from './panelSize.ts'

/** Remembers the size that a panel has, or forgets it. */
export function keepSize({ panel, kind }: SizedPanel): void {
  const [width = 0, height = 0] = ['--_width', '--_height'].map(
    (name) => Number.parseInt(panel.style.getPropertyValue(name), 10) || 0,
  )
  try {
    if (width + height > 0) localStorage.setItem(toSizeKey(kind), `${width}x${height}`)
    else localStorage.removeItem(toSizeKey(kind))
  } catch {
    // A browser that blocks storage, or has no room: the size lasts as long as the page.
  }
}
