import type { Capability, Session } from '@crm-chat/protocol'
import type { OperationCall, ProxyContext } from '../context.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { toJsonResponse } from '../http/respond.ts'
import { keepsSockets } from '../live/keepsSockets.ts'

/** `GET /session`: the user, and what this proxy and its vendor can do. */
export function session({ context, user, requestId }: OperationCall): ChatResponse {
  const { name: vendor, chatTypes } = context.backend
  const body: Session = {
    user: { id: user.id, name: user.name },
    vendor,
    chatTypes,
    capabilities: toCapabilities(context),
    serverTime: new Date(context.clock.now()).toISOString(),
  }
  return toJsonResponse({ body, requestId })
}

/** Without a hook that allows chats, no card's window would open. */
function toCapabilities({ backend, authorizeChats, socketServers }: ProxyContext): Capability[] {
  const scopes = backend.windows?.scopes ?? []
  const hasCounter = backend.watchUnanswered !== undefined && keepsSockets()
  const offers: Partial<Record<Capability, boolean>> = {
    window: scopes.includes('global'),
    cardWindow: scopes.includes('card') && authorizeChats !== undefined,
    unanswered: hasCounter,
    events: hasCounter,
    socketIo: hasCounter && socketServers.size > 0,
  }
  return (Object.keys(offers) as Capability[]).filter((name) => offers[name]) // Object.keys forgets the key type.
}
