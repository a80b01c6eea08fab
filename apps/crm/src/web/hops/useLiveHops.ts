import { useChat, useUnanswered } from '@crm-chat/react'
import { useEffect, useState } from 'react'

/** An event of the live stream as it came to this page. */
export interface LiveHop {
  id: number
  /** Unix time in milliseconds. */
  at: number
  /** Type of the event; null for another number of unanswered messages. */
  type: string | null
  /** With a number: how many there are. */
  count: number | null
}

const maxHops = 50

/** The events of the live stream since the drawer was opened, the latest first. */
export function useLiveHops(): LiveHop[] {
  const client = useChat()
  const unanswered = useUnanswered()
  const count = 'count' in unanswered ? unanswered.count : null
  const [hops, setHops] = useState<LiveHop[]>([])
  useEffect(() => {
    const add = (hop: Pick<LiveHop, 'type' | 'count'>): void =>
      setHops((before) => [{ ...hop, id: (before[0]?.id ?? 0) + 1, at: Date.now() }, ...before.slice(0, maxHops - 1)])
    if (count !== null) add({ type: null, count })
    return client.events.subscribe(() => {
      const event = client.events.getState()
      if (event) add({ type: event.name, count: null })
    })
  }, [client, count])
  return hops
}
