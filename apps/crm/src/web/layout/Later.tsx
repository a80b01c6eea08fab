import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Shows what nobody waits for once the page is there and the browser has nothing else to do. */
export function Later({ children }: { children: ReactNode }): ReactNode {
  const [isShown, setIsShown] = useState(isIdle)
  useEffect(() => {
    let isMounted = true
    idle ??= untilIdle()
    idle.then(() => {
      if (isMounted) startTransition(() => setIsShown(true))
    })
    return () => {
      isMounted = false
    }
  }, [])
  return isShown && children
}

let idle: Promise<void> | undefined
let isIdle = false

async function untilIdle(): Promise<void> {
  await new Promise<unknown>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: longestMs })
    else setTimeout(resolve, shortMs) // Safari.
  })
  isIdle = true
}

/** A browser that is never idle shows the rest after this time. */
const longestMs = 2_000
const shortMs = 200
