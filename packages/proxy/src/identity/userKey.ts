import type { ChatUser } from './chatUser.ts'

/** Returns a text that tells users of all tenants apart. */
export function userKey({ id, tenant }: Pick<ChatUser, 'id' | 'tenant'>): string {
  return tenant === undefined ? id : `${tenant}\n${id}`
}
