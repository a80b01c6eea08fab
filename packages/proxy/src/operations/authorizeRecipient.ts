import type { Recipient } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { callHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'

/** Lets nobody write to a user name or phone number whom the CRM does not allow to. @throws {OperationError} `forbidden`, or `internal` */
export async function authorizeRecipient({
  context,
  user,
  recipient,
}: {
  context: ProxyContext
  user: ChatUser
  recipient: Exclude<Recipient, { chatId: string }>
}): Promise<void> {
  const { authorizeRecipient: hook, clock, limits } = context
  if (hook) {
    const call = (): unknown => hook({ user, recipient })
    if ((await callHook<unknown>({ clock, timeoutMs: limits.hookTimeoutMs, call }).catch(fail)) === true) return
  }
  throw new OperationError({
    code: 'forbidden',
    message: 'The CRM does not allow this user to write to this recipient.',
    detail: hook ? undefined : 'authorizeRecipient is missing: without it messages go to chats by their id only',
  })
}

function fail(error: unknown): never {
  throw new OperationError({
    code: 'internal',
    message: 'The CRM failed to decide whether this user may write to this recipient.',
    detail: `authorizeRecipient() failed: ${describeError(error)}`,
  })
}
