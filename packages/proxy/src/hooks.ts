import type { NamedChat, Recipient } from '@crm-chat/protocol'
import type { Clock } from './clock.ts'
import { ChatProxyError } from './errors.ts'
import type { ChatUser, IdentifiedUser } from './identity/chatUser.ts'

/** Names the user of a request, from the CRM's own session; null for nobody. The request has no body. */
export type IdentifyHook = (request: Request) => Identified | Promise<Identified>

type Identified = IdentifiedUser | null | undefined

/**
 * Decides for the CRM whether a user may open these chats. Anything but `true` means no. With `access: 'write'` the user sends,
 * edits or deletes a message; everything else, a vendor's chat window included, is `read`.
 */
export type AuthorizeChatsHook = (parameters: {
  user: ChatUser
  chats: NamedChat[]
  access: ChatAccess
}) => boolean | Promise<boolean>

/** Use that a request makes of a chat. */
export type ChatAccess = 'read' | 'write'

/** Decides for the CRM whether a user may write to a user name or phone number. Anything but `true` means no. */
export type AuthorizeRecipientHook = (parameters: {
  user: ChatUser
  recipient: Exclude<Recipient, { chatId: string }>
}) => boolean | Promise<boolean>

/** A part of the proxy that the CRM has to switch on. */
export type Feature = 'channelAdmin' | 'exports' | 'vendorData'

/** Calls one of the CRM's hooks, which may throw, reject or never end. @throws what the hook throws, or that it was too slow. */
export async function callHook<Result>({
  clock,
  timeoutMs,
  call,
}: {
  clock: Clock
  timeoutMs: number
  call: () => Result | Promise<Result>
}): Promise<Result> {
  const result = call()
  if (!isPromise(result)) return result
  let cancel = (): void => {}
  const deadline = new Promise<never>((_, reject) => {
    cancel = clock.after(timeoutMs, () => reject(new ChatProxyError(`No response within ${timeoutMs} ms.`)))
  })
  try {
    return await Promise.race([result, deadline])
  } finally {
    cancel()
  }
}

/** Most hooks that read a session from memory return at once, and need no deadline. */
function isPromise<Result>(result: Result | PromiseLike<Result>): result is PromiseLike<Result> {
  return typeof result === 'object' && result !== null && 'then' in result && typeof result.then === 'function'
}
