import type { OverlayKind } from './overlayKind.ts'

/** Size of a panel that its user has chosen, in pixels. A drawer has no height of its own. */
export interface PanelSize {
  width?: number
  height?: number
}

/** A panel of one kind. All panels of that kind in this browser have one size. */
export interface SizedPanel {
  panel: HTMLElement
  kind: OverlayKind
}

/** Returns true for the kinds that stand at an edge of the page: there a size is a user's choice. Others stand beside a button, or in the middle. */
export const isResizable = (kind: OverlayKind): boolean => kind === 'launcher' || kind === 'drawer'

/** Least width and height, in pixels. */
export const smallest = 320

/** Gives a panel the size that this browser remembers. */
export function restoreSize({ panel, kind }: SizedPanel): void {
  try {
    const [width, height] = (localStorage.getItem(toSizeKey(kind)) ?? '').split('x')
    applySize({ panel, size: { width: Number(width), height: Number(height) } })
  } catch {
    // A browser that blocks storage.
  }
}

/** Sets the sides that are given, within what the stylesheet allows. A side that is too small gets the size of the stylesheet. */
export function applySize({ panel, size }: { panel: HTMLElement; size: PanelSize }): void {
  for (const [name, value] of Object.entries(size)) {
    panel.style.setProperty(`--_${name}`, value >= smallest ? `${value}px` : null)
  }
}

/** Returns the storage key under which this browser remembers the size. */
export const toSizeKey = (kind: OverlayKind): string => `crm-chat.size.${kind}`
