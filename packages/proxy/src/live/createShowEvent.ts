import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { BackendWebhooks } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ChatKey } from '../conversations/conversationIds.ts'
import type { StoredMessage } from '../conversations/messageUpdate.ts'
import { describeError } from '../describeError.ts'
import { callHook } from '../hooks.ts'
import { createGate } from '../limits/createGate.ts'
import { createLanes } from '../limits/createLanes.ts'
import type { ProxyLogger } from '../logger.ts'
import type { ShownEvent } from '../processes/sharedMessage.ts'
import type { Recipients } from '../webhooks/webhooksOptions.ts'
import type { Show } from './createShow.ts'
import { toPageEvents } from './toPageEvents.ts'

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
 * `authorizeChats` allows; without either, it is for nobody. What becomes of a message is for its author too, who may have written to
 * a number that is nobody's chat yet.
 */
export function createShowEvent({
  show,
  isWatched,
  recipients,
  explain = () => undefined,
  clock,
  timeoutMs,
  logger,
}: {
  show: Show
  /** Returns false where there is no page to show anything to. */
  isWatched: () => boolean
  recipients: ((event: ChatEvent) => Recipients | Promise<Recipients>) | undefined
  /** Explains an event in a sentence that a person understands. One that throws costs the sentence. */
  explain?: BackendWebhooks['explain']
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
}): ShowEvent {
  const lanes = createLanes({ gate: createGate(questions), maxPerKey: questions.maxPerChat })

  /** In the order of each chat, however long the CRM takes for one of its events. */
  async function showToChat({ event, shown }: { event: ChatEvent; shown: ShownEvent }): Promise<void> {
    if (!recipients) return show(shown)
    const { chat } = shown
    const named = await lanes(chat ? `${chat.chatType} ${chat.chatId}` : '', () =>
      callHook({ clock, timeoutMs, call: () => recipients(event) }),
    )
    if (named === undefined) show(shown)
    else if (named === 'everyone') show({ ...shown, to: 'everyone' })
    else show({ ...shown, to: [...named].map(String) })
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
    if (!isWatched()) return
    try {
      const explanation = toExplanation(event)
      for (const { name, data, audience } of toPageEvents({ event, message, explanation })) {
        const author = name === 'status' && message?.direction === 'outgoing' ? message.author?.id : undefined
        const shown = { name, data, to: 'allowed', chat, author } as ShownEvent // A name and its data stay together.
        if (audience === 'chat') void showToChat({ event, shown }).catch(fail)
        else show({ name, data, to: audience })
      }
    } catch (error) {
      fail(error)
    }
  }
}
