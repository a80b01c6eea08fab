import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { BackendWebhooks } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ChatKey } from '../conversations/conversationIds.ts'
import type { StoredMessage } from '../conversations/messageUpdate.ts'
import { describeError } from '../describeError.ts'
import { type AuthorizeChatsHook, callHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { createGate } from '../limits/createGate.ts'
import { createLanes } from '../limits/createLanes.ts'
import type { ProxyLogger } from '../logger.ts'
import type { Recipients } from '../webhooks/webhooksOptions.ts'
import { createAllowed } from './createAllowed.ts'
import type { Hub } from './createHub.ts'
import { type PageEvent, toPageEvents } from './toPageEvents.ts'

/** Shows an event to the pages of those who may see it. Never throws, and nobody waits for it. */
export type ShowEvent = (parameters: {
  event: ChatEvent
  /** The message it is about, as it is now. */
  message: StoredMessage | undefined
  /** The chat it is about. */
  chat: ChatKey | undefined
}) => void

/** Questions about recipients at a time, and those that may wait: of all chats, and of one. */
const questions = { places: 16, maxWaiting: 10_000, maxPerChat: 1_000 }

/**
 * Makes a {@link ShowEvent}. An event of a chat is for the users whom `recipients` names, or else for those connected whom
 * `authorizeChats` allows; without either, it is for nobody.
 */
export function createShowEvent({
  hub,
  authorizeChats,
  recipients,
  explain = () => undefined,
  adminRoles,
  clock,
  timeoutMs,
  logger,
}: {
  hub: Pick<Hub, 'deliver' | 'users'>
  authorizeChats: AuthorizeChatsHook | undefined
  recipients: ((event: ChatEvent) => Recipients | Promise<Recipients>) | undefined
  /** Explains an event in a sentence that a person understands. One that throws costs the sentence. */
  explain?: BackendWebhooks['explain']
  adminRoles: readonly string[]
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
}): ShowEvent {
  const isAllowed = authorizeChats && createAllowed({ authorizeChats, clock, timeoutMs, logger })
  const lanes = createLanes({ gate: createGate(questions), maxPerKey: questions.maxPerChat })
  const isAdmin = ({ roles = [] }: ChatUser): boolean => roles.some((role) => adminRoles.includes(role))

  function showToAllowed({ pageEvent, chat }: { pageEvent: PageEvent; chat: ChatKey | undefined }): void {
    if (!isAllowed || !chat) return
    for (const user of hub.users()) {
      void isAllowed({ user, chat }).then((allowed) => {
        if (allowed) hub.deliver({ ...pageEvent, to: new Set([user.id]) })
      })
    }
  }

  /** In the order of each chat, however long the CRM takes for one of its events. */
  async function showToChat(parameters: {
    event: ChatEvent
    pageEvent: PageEvent
    chat: ChatKey | undefined
  }): Promise<void> {
    const { event, pageEvent, chat } = parameters
    if (!recipients) return showToAllowed({ pageEvent, chat })
    const named = await lanes(chat ? `${chat.chatType} ${chat.chatId}` : '', () =>
      callHook({ clock, timeoutMs, call: () => recipients(event) }),
    )
    if (named === undefined) showToAllowed({ pageEvent, chat })
    else hub.deliver({ ...pageEvent, to: named === 'everyone' ? () => true : new Set([...named].map(String)) })
  }

  function fail(error: unknown): void {
    const fields = { reason: describeError(error) }
    logger.repeated({ level: 'error', fields, message: 'an event was not shown to pages' })
  }

  function toExplanation(event: ChatEvent): string | undefined {
    try {
      return explain(event)
    } catch (error) {
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'the backend could not explain an event' })
      return undefined
    }
  }

  return ({ event, message, chat }) => {
    const [anyone] = hub.users()
    if (!anyone) return
    try {
      for (const pageEvent of toPageEvents({ event, message, explanation: toExplanation(event) })) {
        if (pageEvent.audience === 'chat') void showToChat({ event, pageEvent, chat }).catch(fail)
        else hub.deliver({ ...pageEvent, to: pageEvent.audience === 'admins' ? isAdmin : () => true })
      }
    } catch (error) {
      fail(error)
    }
  }
}
