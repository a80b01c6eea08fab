import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { toggleHops, useHopsOpen } from './hopsState.ts'

const HopsDrawer = lazy(async () => ({ default: (await import('./HopsDrawer.tsx')).HopsDrawer }))

/** The drawer that shows each hop of the latest requests, which Alt+J opens and closes on every page. */
export function Hops(): ReactNode {
  const isOpen = useHopsOpen((state) => state.isOpen)
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyJ' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      toggleHops()
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [])
  if (!isOpen) return null
  return (
    <Suspense>
      <HopsDrawer />
    </Suspense>
  )
}
