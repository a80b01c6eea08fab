import { type WindowLink, type WindowRequest, windowLinkSchema, windowRequestSchema } from '@crm-chat/protocol'
import type * as z from 'zod/mini'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import { sendRequest } from '../http/sendRequest.ts'

/** Parameters of {@link fetchWindowLink}. */
export interface FetchWindowLinkParameters {
  http: ChatHttp
  request: WindowRequest
  signal: AbortSignal
  /** Sees the answer's headers. */
  onResponse: (response: Response) => void
}

/** Mints a link to a chat window. @throws {ChatError} `invalid_request` before anything is sent, when the chats are wrong. */
export async function fetchWindowLink(parameters: FetchWindowLinkParameters): Promise<WindowLink> {
  const { http, request, signal, onResponse } = parameters
  const body = parseRequest(request)
  const answer = windowLinkSchema
  return checkOrigin(await sendRequest(http, { operation: 'window', body, answer, signal, onResponse }))
}

function parseRequest(request: WindowRequest): WindowRequest {
  const parsed = windowRequestSchema.safeParse(request)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.flatMap((issue) => toPlaces(issue))
  throw new ChatError({
    code: 'invalid_request',
    message: `The chat window was asked for with wrong values at: ${places.join(', ')}.`,
    retryable: false,
  })
}

/** Where a value is wrong, e.g. `chats.0.chatType`. Fields that nobody knows are named, too. */
function toPlaces(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return [place || 'scope']
  return issue.keys.map((key) => (place ? `${place}.${key}` : key))
}

/** The origin decides whose messages the page believes: it must be the one of the link. */
function checkOrigin(link: WindowLink): WindowLink {
  if (new URL(link.url).origin === link.origin) return link
  throw new ChatError({
    code: 'invalid_answer',
    message: `The origin of the minted link is not ${link.origin}, as the proxy says.`,
    retryable: false,
  })
}
