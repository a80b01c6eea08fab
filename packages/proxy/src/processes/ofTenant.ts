import type { ShownEvent } from './sharedMessage.ts'
import type { SharedConnection } from './sharedState.ts'

/** Everything of one tenant that processes share. Its keys never meet those of another tenant. */
export interface TenantConnection
  extends Pick<SharedConnection, 'deliveries' | 'lane' | 'chats' | 'lastValues' | 'count'> {
  /** Shows an event to pages of other processes. */
  publishEvent: (event: ShownEvent) => void
}

/** Returns the part of a connection that belongs to one tenant. Webhooks name theirs themselves. */
export function ofTenant({
  shared,
  tenant,
}: {
  shared: SharedConnection
  tenant: string | undefined
}): TenantConnection {
  const own = (key: string): string => `${tenant ?? ''}~${key}`
  const { deliveries, lane, chats, lastValues, count, publish } = shared
  return {
    deliveries,
    publishEvent: (event) => publish({ kind: 'event', tenant, event }),
    lane: (key, task) => lane(own(key), task),
    count: ({ key, ...limit }) => count({ key: own(key), ...limit }),
    lastValues: {
      read: (key) => lastValues.read(own(key)),
      write: (key, value) => lastValues.write(own(key), value),
    },
    chats: {
      remember: (known) => chats.remember(new Map([...known].map(([id, chat]) => [own(id), chat]))),
      find: async (ids) => {
        const found = await chats.find(ids.map(own))
        return new Map(
          ids.flatMap((id) => {
            const chat = found.get(own(id))
            return chat ? [[id, chat] as const] : []
          }),
        )
      },
    },
  }
}
