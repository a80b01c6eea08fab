import type * as z from 'zod'
import type { Chat } from '../store/chatTypes.ts'
import { getChat } from '../store/entities/chats.ts'
import { SandboxError } from '../store/errors.ts'
import { explained } from '../store/input/explainIssue.ts'
import { listProblems, toSentence } from '../store/input/listProblems.ts'
import type { Store } from '../store/store.ts'
import type { WindowRefusal, WindowResponse } from './events.ts'
import { toScope } from './windowData.ts'
import type { WindowData } from './windowSocket.ts'

/** A request of one window, before validation. */
export interface WindowRequest {
  store: Store
  session: WindowData
  data: unknown
  /** Origin of the sandbox, for links to files. */
  origin: () => string
}

/** A refused request of a window. */
export class RefusedRequest extends SandboxError {
  override readonly name = 'RefusedRequest'
  readonly refusal: WindowRefusal

  constructor(refusal: WindowRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * Validates a request for the whole window.
 * @throws {RefusedRequest}
 */
export function parseData<Data>({ store, session, data }: WindowRequest, schema: z.ZodType<Data>): Data {
  if (store.clock.now() >= session.expiresAt)
    throw new RefusedRequest({ code: 'LINK_EXPIRED', message: 'This link has expired.' })
  const parsed = schema.safeParse(data, explained)
  if (parsed.success) return parsed.data
  const [problem] = listProblems(parsed.error)
  throw new RefusedRequest({
    code: 'INVALID_REQUEST',
    message: problem ? toSentence(problem) : 'The request is invalid.',
  })
}

/**
 * Validates a request for one dialogue, which must be in the window's scope.
 * @throws {RefusedRequest}
 */
export async function parseRequest<Request extends Chat>(
  request: WindowRequest,
  schema: z.ZodType<Request>,
): Promise<Request> {
  const parsed = parseData(request, schema)
  const { store, session } = request
  const chat = await getChat(store.database, { chat: parsed, scope: toScope(session.window) })
  if (!chat) throw new RefusedRequest({ code: 'CHAT_NOT_ALLOWED', message: 'This chat is not part of this window.' })
  return parsed
}

/** Runs a handler, and turns a {@link RefusedRequest} into its response. */
export async function respond<Result>(work: () => Promise<Result>): Promise<WindowResponse<Result>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (error instanceof RefusedRequest) return { ok: false, error: error.refusal }
    throw error
  }
}
