import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { AppendResult, ConversationStore } from '../../src/conversations/conversationStore.ts'
import { nameOf } from './nameOf.ts'

/** The CRM's database, as one of its processes uses it. */
export interface Database {
  conversations: ConversationStore
  /** Notes that the CRM was handed an event. */
  take: (parameters: { event: ChatEvent; processId: number }) => Promise<void>
}

/** Body of a call that notes an event. */
export interface Taken {
  name: string
  processId: number
}

/** Opens the database at an address, see `startDatabase.ts`. */
export function openDatabase(url: string): Database {
  async function call(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`The database responded with ${response.status}.`)
    return response.json()
  }
  const missing = async (): Promise<never> => {
    throw new Error('Nobody reads in these tests.')
  }
  return {
    conversations: {
      append: async (update) => (await call('/append', update)) as AppendResult, // Written by `startDatabase.ts`.
      page: missing,
      find: missing,
      findMedia: missing,
      markRead: missing,
      lastRead: missing,
      search: missing,
      deleteContact: missing,
    },
    take: async ({ event, processId }) => {
      const name = nameOf(event)
      if (name !== undefined) await call('/take', { name, processId } satisfies Taken)
    },
  }
}
