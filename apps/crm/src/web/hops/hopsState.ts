import { create } from 'zustand'

/** True while the drawer that shows each hop is open. */
export const useHopsOpen = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

/** Opens the drawer, or closes it. */
export function toggleHops(): void {
  useHopsOpen.setState(({ isOpen }) => ({ isOpen: !isOpen }))
}
