import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** True while the drawer that shows each hop is open, also after a reload. */
export const useHopsOpen = create<{ isOpen: boolean }>()(
  persist<{ isOpen: boolean }>(() => ({ isOpen: false }), { name: 'northdesk-hops' }),
)

/** Opens the drawer, or closes it. */
export function toggleHops(): void {
  useHopsOpen.setState(({ isOpen }) => ({ isOpen: !isOpen }))
}
