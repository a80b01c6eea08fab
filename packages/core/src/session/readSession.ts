import type { Session } from '@crm-chat/protocol'
import { parseSession } from '@crm-chat/protocol/wire/parseSession'
import type { ClientContext } from '../clientContext.ts'
import { sendClientRequest } from '../http/sendClientRequest.ts'
import { createUserGuard } from './createUserGuard.ts'

/** Asks for the session, and takes note of what it says. @throws {ChatError} */
export async function readSession(
  context: ClientContext,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Session> {
  const session = await sendClientRequest({ context, operation: 'session', parse: parseSession, signal })
  createUserGuard(context.options.onUserChange, context.users).isOwn(session.user.id)
  context.capabilities.setState(session.capabilities)
  return session
}

const reading = new WeakMap<ClientContext, Promise<Session>>()

/** The same, with one request for those who call it at the same time. */
export function readSessionOnce(context: ClientContext): Promise<Session> {
  const session = reading.get(context) ?? readSession(context).finally(() => reading.delete(context))
  reading.set(context, session)
  return session
}
