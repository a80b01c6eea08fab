import { toUnansweredValue, type UnansweredValue } from '../unanswered/unansweredValue.ts'

/** State of one contact's conversation. */
export interface ChatState {
  /** True if the last message is the customer's. */
  readonly waiting: boolean
  /** Time of that message, Unix milliseconds. */
  readonly atMs: number
  readonly assignedUserId: string | undefined
}

/** Conversations that wait for a reply. */
export interface UnansweredChats {
  get: (contactId: string) => ChatState | undefined
  /** Records a message; an older one changes nothing. */
  set: (contactId: string, chat: ChatState) => void
  assign: (contactId: string, userId: string | undefined) => void
  /** Copy of the current states, for {@link UnansweredChats.forget}. */
  snapshot: () => ReadonlyMap<string, ChatState>
  /** Forgets chats that have not changed since a snapshot, except these contacts. */
  forget: (parameters: { since: ReadonlyMap<string, ChatState>; except: ReadonlySet<string> }) => void
  /** Counts a user's own and unassigned chats (red), or if there are none, those of others (grey). */
  countFor: (parameters: { userId: string; now: number }) => UnansweredValue
}

/** Keeps the conversations that wait for a reply. A chat whose last message is older than `windowMs` does not count. */
export function createUnansweredChats({ windowMs }: { windowMs: number }): UnansweredChats {
  const chats = new Map<string, ChatState>()
  return {
    get: (contactId) => chats.get(contactId),
    set(contactId, chat) {
      if ((chats.get(contactId)?.atMs ?? Number.NEGATIVE_INFINITY) <= chat.atMs) chats.set(contactId, chat)
    },
    assign(contactId, assignedUserId) {
      const chat = chats.get(contactId)
      if (chat) chats.set(contactId, { ...chat, assignedUserId })
    },
    snapshot: () => new Map(chats),
    forget({ since, except }) {
      for (const [contactId, chat] of since) {
        if (!except.has(contactId) && chats.get(contactId) === chat) chats.delete(contactId)
      }
    },
    countFor({ userId, now }) {
      const waiting = [...chats.values()].filter((chat) => chat.waiting && chat.atMs >= now - windowMs)
      const own = waiting.filter((chat) => chat.assignedUserId === undefined || chat.assignedUserId === userId)
      const tone = own.length > 0 ? 'red' : 'grey'
      return toUnansweredValue({ count: own.length || waiting.length, tone, now })
    },
  }
}
