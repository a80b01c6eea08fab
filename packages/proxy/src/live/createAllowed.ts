import type { Chat } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { type ChatKey, toConversationId } from '../conversations/conversationIds.ts'
import { describeError } from '../describeError.ts'
import { type AuthorizeChatsHook, callHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { createGate } from '../limits/createGate.ts'
import { createRecent } from '../limits/createRecent.ts'
import type { ProxyLogger } from '../logger.ts'

/** Returns true if the CRM allows this user to open a chat. Never rejects: a failure means no. */
export type Allowed = (parameters: { user: ChatUser; chat: ChatKey }) => Promise<boolean>

/** Time for which the CRM's decision is kept. */
const keepMs = 60_000

/** Decisions that are kept for certain. */
const maxDecisions = 50_000

/** Questions to the CRM at a time, and those that may wait. */
const questions = { places: 16, maxWaiting: 20_000 }

/** Makes an {@link Allowed} that asks about each user and chat once a minute, and about a few at a time. */
export function createAllowed({
  authorizeChats,
  clock,
  timeoutMs,
  logger,
}: {
  authorizeChats: AuthorizeChatsHook
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
}): Allowed {
  const gate = createGate(questions)
  /** Promises, so that whoever waits for the same decision gets it in the order of asking. */
  const decisions = createRecent<{ decision: Promise<boolean>; until: number }>({ max: maxDecisions })

  async function ask({ key, user, chat }: { key: string; user: ChatUser; chat: ChatKey }): Promise<boolean> {
    try {
      const chats = [chat as Chat] // A messenger that is newer than this package is for the CRM to judge, too.
      return (
        (await gate(() =>
          callHook({ clock, timeoutMs, call: () => authorizeChats({ user, chats, access: 'read' }) }),
        )) === true
      )
    } catch (error) {
      decisions.delete(key)
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'a page got no event: authorizeChats failed' })
      return false
    }
  }

  return ({ user, chat }) => {
    const key = `${user.id}\n${toConversationId(chat)}`
    const known = decisions.get(key)
    if (known && known.until > clock.elapsed()) return known.decision
    const decision = ask({ key, user, chat })
    decisions.set(key, { decision, until: clock.elapsed() + keepMs })
    return decision
  }
}
