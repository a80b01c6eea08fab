import type { NamedChat, WindowRequest } from '@crm-chat/protocol'
import type { Backend, BackendWindows } from '../backend.ts'
import type { OperationCall, ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { readJson } from '../http/readJson.ts'
import { toJsonResponse } from '../http/respond.ts'
import { toWindowLink } from '../links/toWindowLink.ts'
import { authorizeChats } from './authorizeChats.ts'
import { parseWindowRequest } from './parseWindowRequest.ts'

/** `POST /window`: a link to the user's own chats, or to chats that the CRM allows this user to open. */
export async function window({ context, request, requestId, user }: OperationCall): Promise<ChatResponse> {
  const { backend, limits } = context
  const windowRequest = parseWindowRequest(await readJson({ request, maxBytes: limits.bodyBytes }))
  const windows = toWindows({ backend, scope: windowRequest.scope })
  await authorizeChats({ context, user, chats: chatsOf(windowRequest), operation: 'window' })
  await context.ensureUser?.(user)
  const { url } = await createLink({ context, windows, user, request: windowRequest, signal: request.signal() })
  const link = toWindowLink({ url, backend, windows })
  const chat = windowRequest.activeChat ?? (windowRequest.scope === 'card' ? windowRequest.chats[0] : undefined)
  const reachable = chat && context.reach(chat)
  const framedBy = request.header('origin')
  const look = await context.look?.({ url: link.url, framedBy, windows, signal: request.signal() })
  return toJsonResponse({ body: { ...link, ...(reachable && { reachable }), ...(look && { look }) }, requestId })
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

/** Returns every chat that the window would show by name. */
function chatsOf(request: WindowRequest): NamedChat[] {
  const chats = request.scope === 'card' ? request.chats : []
  return request.activeChat ? [...chats, request.activeChat] : chats
}
