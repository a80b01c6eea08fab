import type { ChatUser } from '../src/identity/chatUser.ts'

const users: Record<string, ChatUser> = {
  'session=ann': { id: '1', name: 'Ann Lee' },
  'session=bob': { id: '2', name: 'Bob Ray' },
}

/** The CRM's session: a cookie names the user. */
export function identifyByCookie(request: Request): ChatUser | null {
  return users[request.headers.get('cookie') ?? ''] ?? null
}
