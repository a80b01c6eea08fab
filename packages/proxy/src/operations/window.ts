import type { NamedChat, WindowRequest } from '@crm-chat/protocol'
import type { Backend, BackendWindows } from '../backend.ts'
import type { OperationCall, ProxyContext } from '../context.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { callHook } from '../hooks.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { readJson } from '../http/readJson.ts'
import { toJsonResponse } from '../http/respond.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { toWindowLink } from '../links/toWindowLink.ts'
import { parseWindowRequest } from './parseWindowRequest.ts'

/** `POST /window`: a link to the user's own chats, or to chats that the CRM allows this user to open. */
export async function window({ context, request, requestId, user }: OperationCall): Promise<ChatResponse> {
  const { backend, limits } = context
  const windowRequest = parseWindowRequest(await readJson({ request, maxBytes: limits.bodyBytes }))
  const windows = toWindows({ backend, scope: windowRequest.scope })
  checkLimit(context.countWindow(user.id))
  await authorize({ context, user, chats: chatsOf(windowRequest) })
  await context.ensureUser?.(user)
  const { url } = await createLink({ context, windows, user, request: windowRequest, signal: request.signal() })
  return toJsonResponse({ body: toWindowLink({ url, backend, windows }), requestId })
}

/** Makes the link. Where the vendor refuses it, the user may be gone there: the next link uploads the user again. */
async function createLink({
  context,
  windows,
  ...parameters
}: { context: ProxyContext; windows: BackendWindows } & Parameters<BackendWindows['create']>[0]): Promise<{
  url: string
}> {
  try {
    return await windows.create(parameters)
  } catch (error) {
    if (error instanceof OperationError && error.code === 'upstream_refused')
      context.ensureUser?.forget(parameters.user.id)
    throw error
  }
}

/** Returns the vendor's windows. @throws {OperationError} `unsupported` when it has none of this scope. */
function toWindows({ backend, scope }: { backend: Backend; scope: WindowRequest['scope'] }): BackendWindows {
  if (backend.windows?.scopes.includes(scope)) return backend.windows
  throw new OperationError({
    code: 'not_supported',
    message: `${backend.name} has no windows of the scope "${scope}".`,
  })
}

function checkLimit(waitMs: number): void {
  if (waitMs === 0) return
  const message = 'This user has opened too many chat windows within a minute.'
  throw new OperationError({ code: 'rate_limited', message, retryAfterMs: waitMs })
}

/** Returns every chat that the window would show by name. */
function chatsOf(request: WindowRequest): NamedChat[] {
  const chats = request.scope === 'card' ? request.chats : []
  return request.activeChat ? [...chats, request.activeChat] : chats
}

async function authorize({
  context,
  user,
  chats,
}: {
  context: ProxyContext
  user: ChatUser
  chats: NamedChat[]
}): Promise<void> {
  if (chats.length === 0) return
  const result = await callAuthorizeChats({ context, user, chats })
  if (result === true) return
  explain({ context, result })
  throw new OperationError({ code: 'forbidden', message: 'The CRM does not allow this user to open these chats.' })
}

/** Two mistakes look like a plain refusal to whoever has just set the proxy up. */
function explain({ context, result }: { context: ProxyContext; result: unknown }): void {
  const { authorizeChats, logger } = context
  if (!authorizeChats) {
    const message = 'authorizeChats is missing: without it nobody may open the chats of a card, or name an active chat'
    logger.repeated({ level: 'warn', fields: { operation: 'window', code: 'forbidden' }, message })
  } else if (result) {
    const fields = { operation: 'window', code: 'forbidden', reason: `a ${typeof result}` }
    logger.repeated({ level: 'warn', fields, message: 'authorizeChats() returned something that is not true' })
  }
}

async function callAuthorizeChats({
  context,
  user,
  chats,
}: {
  context: ProxyContext
  user: ChatUser
  chats: NamedChat[]
}): Promise<unknown> {
  const { authorizeChats, clock, limits } = context
  if (!authorizeChats) return false
  try {
    const timeoutMs = limits.hookTimeoutMs
    return await callHook<unknown>({ clock, timeoutMs, call: () => authorizeChats({ user, chats }) })
  } catch (error) {
    throw new OperationError({
      code: 'internal',
      message: 'The CRM failed to decide whether this user may open these chats.',
      detail: `authorizeChats() failed: ${describeError(error)}`,
    })
  }
}
