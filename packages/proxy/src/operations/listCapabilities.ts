import type { Capability } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { keepsSockets } from '../live/keepsSockets.ts'
import { findObstacle } from './findObstacle.ts'
import type { OperationDefinition } from './operation.ts'

/** Lists what a user may do here, by the names of the session. */
export function listCapabilities({
  context,
  user,
  definitions,
}: {
  context: ProxyContext
  user: ChatUser
  definitions: OperationDefinition[]
}): Capability[] {
  const offered = definitions.filter((definition) => !findObstacle({ context, user, definition }))
  const own = offered.flatMap(({ capability }) => capability ?? [])
  return [...listWindows(context), ...new Set(own), ...listCaptions({ context, own }), ...listSockets(context)]
}

/** Lists what this proxy offers to administrators, for a user who is none. */
export function listRestricted({
  context,
  user,
  definitions,
}: {
  context: ProxyContext
  user: ChatUser
  definitions: OperationDefinition[]
}): Capability[] {
  const refused = definitions.filter((definition) => findObstacle({ context, user, definition })?.code === 'forbidden')
  return [...new Set(refused.flatMap(({ capability }) => capability ?? []))]
}

/** Without a hook that allows chats, no card's window would open. */
function listWindows({ backend, authorizeChats }: ProxyContext): Capability[] {
  const scopes = backend.windows?.scopes ?? []
  const hasCards = scopes.includes('card') && authorizeChats !== undefined
  return [...(scopes.includes('global') ? ['window' as const] : []), ...(hasCards ? ['cardWindow' as const] : [])]
}

/** A caption needs a file, which nobody can send without a place for it. */
function listCaptions({ context, own }: { context: ProxyContext; own: readonly Capability[] }): Capability[] {
  return context.backend.messages?.takesCaptions && own.includes('files') ? ['captions'] : []
}

function listSockets({ backend, socketServers }: ProxyContext): Capability[] {
  return backend.watchUnanswered && keepsSockets() && socketServers.size > 0 ? ['socketIo'] : []
}
