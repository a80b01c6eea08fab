import type { Tenants } from '../context.ts'
import type { Revocations } from '../identity/createRevocations.ts'
import { userKey } from '../identity/userKey.ts'
import type { SharedMessage } from './sharedMessage.ts'

/** Does what another process asks for: shows an event to pages of this one, or ends the streams of a user. */
export function receiveMessage({
  message,
  tenants,
  revocations,
}: {
  message: SharedMessage
  tenants: Pick<Tenants, 'find'>
  revocations: Revocations
}): void {
  const context = tenants.find(message.tenant)
  if (message.kind === 'event') context?.show(message.event)
  else {
    revocations.revoke(userKey({ id: message.userId, tenant: message.tenant }))
    context?.hub.revoke(message.userId)
  }
}
