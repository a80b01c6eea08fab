import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { startTimer } from '../ui/timers.ts'

/** Props of {@link Later}. */
export interface LaterProps {
  /** Somebody waits for it by now. */
  isWanted?: boolean
  children: ReactNode
}

/** Shows what nobody waits for once the page is there and the browser has nothing else to do, one after the other. */
export function Later({ isWanted = false, children }: LaterProps): ReactNode {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    let isMounted = true
    turns = turns.then(async () => {
      if (!isMounted) return
      await untilIdle()
      if (isMounted) startTransition(() => setIsShown(true))
    })
    return () => {
      isMounted = false
    }
  }, [])
  return (isShown || isWanted) && children
}

let turns = Promise.resolve()

function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestMs })
    else startTimer(resolve, shortMs) // Safari.
  })
}

/** A browser that is never idle waits for no longer. */
const longestMs = 500
const shortMs = 50
