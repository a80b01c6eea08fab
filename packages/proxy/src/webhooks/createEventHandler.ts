import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { Clock } from '../clock.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import type { StoredMessage } from '../conversations/messageUpdate.ts'
import { toMessageUpdate } from '../conversations/toMessageUpdate.ts'
import { callHook } from '../hooks.ts'

/** Time for the store, and for the CRM's hook. */
const timeoutMs = 10_000

/**
 * Creates a function that stores an event, hands it to the CRM, and then shows it to the pages. It rejects unless both the
 * store and the CRM have taken it: a repeat changes nothing in the store.
 */
export function createEventHandler({
  clock,
  conversations,
  onEvent,
  show,
}: {
  clock: Clock
  conversations: ConversationStore | undefined
  onEvent: ((event: ChatEvent) => void | Promise<void>) | undefined
  /** Never waited for: pages that miss an event read it later. */
  show: (parameters: { event: ChatEvent; message: StoredMessage | undefined }) => void
}): (event: ChatEvent) => Promise<void> {
  async function store(event: ChatEvent): Promise<StoredMessage | undefined> {
    const update = toMessageUpdate({ event, receivedAt: new Date(clock.now()).toISOString() })
    if (!update) return undefined
    if (conversations) {
      const { message } = await callHook({ clock, timeoutMs, call: () => conversations.append(update) })
      return message
    }
    if (update.kind !== 'message') return undefined
    const { file: _, ...message } = update.message // Nobody keeps its address.
    return message
  }

  return async (event) => {
    const message = await store(event)
    if (onEvent) await callHook({ clock, timeoutMs, call: () => onEvent(event) })
    show({ event, message })
  }
}
