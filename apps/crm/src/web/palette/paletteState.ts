import { create } from 'zustand'

/** True while the search over everything is open. */
export const usePaletteOpen = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

/** Opens the search over everything. */
export function openPalette(): void {
  usePaletteOpen.setState({ isOpen: true })
}

/** Closes the search over everything. */
export function closePalette(): void {
  usePaletteOpen.setState({ isOpen: false })
}
