import type { Clock } from '../clock.ts'
import type { AuthorizeChatsHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { ProxyLogger } from '../logger.ts'
import type { ShownEvent } from '../processes/sharedMessage.ts'
import { createAllowed } from './createAllowed.ts'
import type { Delivery, Hub } from './createHub.ts'

/** Shows an event to the pages that are connected to this process. */
export type Show = (event: ShownEvent) => void

/** Makes a {@link Show}. Without `authorizeChats` nobody sees the events of a chat but the author of the message. */
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

  function showToAllowed({ name, data, chat, author }: ShownEvent): void {
    const deliver = ({ id }: ChatUser): void => hub.deliver({ name, data, to: new Set([id]) } as Delivery)
    for (const user of hub.users()) {
      if (user.id === author) deliver(user)
      else if (isAllowed && chat) void isAllowed({ user, chat }).then((allowed) => allowed && deliver(user))
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
