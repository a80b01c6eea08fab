import type { Capability, Session } from '@crm-chat/protocol'
import type { OperationCall } from '../context.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { toJsonResponse } from '../http/respond.ts'

/** `GET /session`: the user, and what this proxy and its vendor can do. */
export function session({
  context,
  user,
  requestId,
  capabilities,
  restricted,
}: OperationCall & Record<'capabilities' | 'restricted', Capability[]>): ChatResponse {
  const { name: vendor, chatTypes } = context.backend
  const body: Session = {
    user: { id: user.id, name: user.name },
    vendor,
    chatTypes,
    capabilities,
    ...(restricted.length > 0 && { restricted }),
    serverTime: new Date(context.clock.now()).toISOString(),
  }
  return toJsonResponse({ body, requestId })
}
