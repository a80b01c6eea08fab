import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { create } from 'zustand'

/** The way to the server: `unreachable` after a request that got no response, until one gets one again. */
export type Connection = 'online' | 'offline' | 'unreachable'

const useReach = create(() => ({ isReached: true }))

/** Notes that a request got a response, or none. */
export function noteReach(isReached: boolean): void {
  if (useReach.getState().isReached !== isReached) useReach.setState({ isReached })
}

/** The way to the server, as the browser and the latest request have it. */
export function useConnection(): Connection {
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  )
  const isReached = useReach((reach) => reach.isReached)
  if (!isOnline) return 'offline'
  return isReached ? 'online' : 'unreachable'
}
