import type { NamedChat, Operation } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { callHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'

/** Parameters of {@link authorizeChats}. */
interface Parameters {
  context: ProxyContext
  user: ChatUser
  chats: NamedChat[]
  operation: Operation
}

/** Lets nobody go on whom the CRM does not allow to open these chats. @throws {OperationError} `forbidden`, or `internal` */
export async function authorizeChats(parameters: Parameters): Promise<void> {
  if (parameters.chats.length === 0) return
  const result = await callAuthorizeChats(parameters)
  if (result === true) return
  explain({ ...parameters, result })
  throw new OperationError({ code: 'forbidden', message: 'The CRM does not allow this user to open these chats.' })
}

/** Two mistakes look like a plain refusal to whoever has just set the proxy up. */
function explain({ context, operation, result }: Parameters & { result: unknown }): void {
  const { logger } = context
  if (!context.authorizeChats) {
    const message = 'authorizeChats is missing: without it nobody may open the chats of a card, or name an active chat'
    logger.repeated({ level: 'warn', fields: { operation, code: 'forbidden' }, message })
  } else if (result) {
    const fields = { operation, code: 'forbidden', reason: `a ${typeof result}` }
    logger.repeated({ level: 'warn', fields, message: 'authorizeChats() returned something that is not true' })
  }
}

/** Operations that change what the customer sees. */
const writing: readonly Operation[] = ['sendMessage', 'editMessage', 'deleteMessage']

async function callAuthorizeChats({ context, user, chats, operation }: Parameters): Promise<unknown> {
  const { authorizeChats: hook, clock, limits } = context
  if (!hook) return false
  const access = writing.includes(operation) ? 'write' : 'read'
  try {
    return await callHook<unknown>({
      clock,
      timeoutMs: limits.hookTimeoutMs,
      call: () => hook({ user, chats, access }),
    })
  } catch (error) {
    throw new OperationError({
      code: 'internal',
      message: 'The CRM failed to decide whether this user may open these chats.',
      detail: `authorizeChats() failed: ${describeError(error)}`,
    })
  }
}
