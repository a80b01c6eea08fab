import type * as z from 'zod'
import type { Chat } from '../store/chatTypes.ts'
import { getChat } from '../store/entities/chats.ts'
import { SandboxError } from '../store/errors.ts'
import type { Store } from '../store/store.ts'
import type { WindowAnswer, WindowRefusal } from './events.ts'
import { toScope } from './windowData.ts'
import type { WindowData } from './windowSocket.ts'

/** A request of one window, as it came. */
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
 * Reads a request that concerns the window as a whole.
 * @throws {RefusedRequest}
 */
export function parseData<Data>({ store, session, data }: WindowRequest, schema: z.ZodType<Data>): Data {
  if (store.clock.now() >= session.expiresAt)
    throw new RefusedRequest({ code: 'LINK_EXPIRED', message: 'This link has expired.' })
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new RefusedRequest({ code: 'INVALID_REQUEST', message: parsed.error.issues[0]?.message ?? 'Invalid.' })
}

/**
 * Reads a request, which is for one dialogue that the window may show.
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

/** Turns a refusal that was thrown into the answer that a window gets. */
export async function answer<Result>(work: () => Promise<Result>): Promise<WindowAnswer<Result>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (error instanceof RefusedRequest) return { ok: false, error: error.refusal }
    throw error
  }
}
