import type { Session } from '@crm-chat/protocol'
import type { OperationCall } from '../context.ts'
import { toJsonResponse } from '../http/respond.ts'

/** `GET /session`: who is asking, and what can be asked for. */
export function session({ context, user, requestId }: OperationCall): Response {
  const { name: vendor, capabilities } = context.backend
  const mayOpenCards = context.authorizeChats !== undefined
  const body: Session = {
    user: { id: user.id, name: user.name },
    vendor,
    capabilities: {
      chatTypes: capabilities.chatTypes,
      scopes: capabilities.scopes.filter((scope) => scope !== 'card' || mayOpenCards),
    },
    serverTime: new Date(context.clock.now()).toISOString(),
  }
  return toJsonResponse({ body, requestId })
}
