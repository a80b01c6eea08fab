import type { Clock } from '../clock.ts'
import type { AuthorizeChatsHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { ProxyLogger } from '../logger.ts'
import type { ShownEvent } from '../processes/sharedMessage.ts'
import { createAllowed } from './createAllowed.ts'
import type { Delivery, Hub } from './createHub.ts'

/** Shows an event to the pages that are connected to this process. */
export type Show = (event: ShownEvent) => void

/** Makes a {@link Show}. Without `authorizeChats` nobody is allowed to see the events of a chat. */
export function createShow({
  hub,
  authorizeChats,
  adminRoles,
  clock,
  timeoutMs,
  logger,
}: {
  hub: Pick<Hub, 'deliver' | 'users'>
  authorizeChats: AuthorizeChatsHook | undefined
  adminRoles: readonly string[]
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
}): Show {
  const isAllowed = authorizeChats && createAllowed({ authorizeChats, clock, timeoutMs, logger })
  const isAdmin = ({ roles = [] }: ChatUser): boolean => roles.some((role) => adminRoles.includes(role))

  function showToAllowed({ name, data, chat }: ShownEvent): void {
    if (!isAllowed || !chat) return
    for (const user of hub.users()) {
      void isAllowed({ user, chat }).then((allowed) => {
        if (allowed) hub.deliver({ name, data, to: new Set([user.id]) } as Delivery)
      })
    }
  }

  return (event) => {
    const { name, data, to } = event
    if (to === 'allowed') showToAllowed(event)
    else {
      const audience = to === 'everyone' ? () => true : to === 'admins' ? isAdmin : new Set(to)
      hub.deliver({ name, data, to: audience } as Delivery) // A name and its data stay together.
    }
  }
}
