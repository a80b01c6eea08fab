import { OperationError } from '../errors.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from './chatUser.ts'

/** Outcome of a check. `failed`: the CRM could not tell. */
export type SessionCheck = 'same' | 'gone' | 'failed'

/** Asks the CRM whether the request behind a live connection still belongs to the same user. Never rejects. */
export async function checkSession({
  identify,
  request,
  userId,
}: {
  identify: (request: ChatRequest) => Promise<ChatUser>
  request: ChatRequest
  userId: string
}): Promise<SessionCheck> {
  try {
    const { id } = await identify(request)
    return id === userId ? 'same' : 'gone'
  } catch (error) {
    return error instanceof OperationError && error.code === 'unauthenticated' ? 'gone' : 'failed'
  }
}
