import { type WindowLink, type WindowRequest, windowLinkSchema, windowRequestSchema } from '@crm-chat/protocol'
import type * as z from 'zod/mini'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { Capabilities } from '../session/createSessionReader.ts'

/** Parameters of {@link fetchWindowLink}. */
export interface FetchWindowLinkParameters {
  http: ChatHttp
  request: WindowRequest
  /** Undefined while they are not known: then the proxy decides. */
  capabilities: Capabilities
  signal: AbortSignal
  /** Called with the response, for its headers. */
  onResponse: (response: Response) => void
}

/**
 * Mints a link to a chat window.
 * @throws {ChatError} before anything is sent: `invalid_request` when the chats are wrong, `not_supported` when the proxy
 * has no such window.
 */
export async function fetchWindowLink(parameters: FetchWindowLinkParameters): Promise<WindowLink> {
  const { http, request, capabilities, signal, onResponse } = parameters
  const body = parseRequest(request)
  checkSupport({ scope: body.scope, capabilities })
  const schema = windowLinkSchema
  return checkOrigin(await sendRequest(http, { operation: 'window', body, schema, signal, onResponse }))
}

function parseRequest(request: WindowRequest): WindowRequest {
  const parsed = windowRequestSchema.safeParse(request)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.flatMap((issue) => toPlaces(issue))
  throw new ChatError({
    code: 'invalid_request',
    message: `The request for a chat window has invalid values at: ${places.join(', ')}.`,
    retryable: false,
  })
}

function checkSupport({ scope, capabilities }: { scope: WindowRequest['scope']; capabilities: Capabilities }): void {
  if (capabilities?.includes(scope === 'card' ? 'cardWindow' : 'window') ?? true) return
  const message = `The chat proxy opens no windows of the scope "${scope}" for this user.`
  throw new ChatError({ code: 'not_supported', message, retryable: false })
}

/** Returns the places of invalid values, e.g. `chats.0.chatType`, and of unknown fields. */
function toPlaces(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return [place || 'scope']
  return issue.keys.map((key) => (place ? `${place}.${key}` : key))
}

/** The page accepts messages of this origin only, so it must be the one of the link. */
function checkOrigin(link: WindowLink): WindowLink {
  if (new URL(link.url).origin === link.origin) return link
  throw new ChatError({
    code: 'invalid_answer',
    message: `The minted link does not have the origin ${link.origin} that the proxy names.`,
    retryable: false,
  })
}
