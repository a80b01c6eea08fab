import { isErrorCode } from '@crm-chat/protocol/wire/errorCodes'
import { parseErrorBody } from '@crm-chat/protocol/wire/parseErrorBody'
import { ChatError, type ChatErrorCode } from '../ChatError.ts'

/** Reads a response that is not a success: the proxy's own error, or that of a server in front of it. Never throws. */
export async function toChatError({ response, what }: { response: Response; what: string }): Promise<ChatError> {
  const { status } = response
  const headerMs = readRetryAfter(response.headers)
  const error = parseErrorBody(await readJson(response))?.error
  if (error) {
    const code = isErrorCode(error.code) ? error.code : toKnownCode(status)
    const retryAfterMs = clampWait(error.retryAfterMs ?? headerMs)
    return new ChatError({
      ...error,
      retryAfterMs,
      code,
      explanation: error.message,
      message: `${what} failed with ${status} ${error.code}: ${error.message}`,
    })
  }
  return new ChatError({
    code: foreignCodes[status] ?? 'invalid_answer',
    message: `${what} failed with ${status}, but not with an error of the chat proxy. Is the proxy mounted at this path?`,
    retryable: status === 429 || status >= 500,
    retryAfterMs: clampWait(headerMs),
  })
}

/** Reads the header of the CRM's own server, a CDN or a load balancer: seconds, or a date by that server's clock. */
function readRetryAfter(headers: Headers): number | undefined {
  const header = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const at = /^[a-z]/i.test(header) ? Date.parse(header) : Number.NaN // Of numbers, V8 would make dates too.
  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  return Number.isNaN(at) ? undefined : at - now
}

/** Nobody looks at a page for longer, and a mistake must not silence it for good. */
const longestWaitMs = 3_600_000

function clampWait(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.min(Math.max(ms, 0), longestWaitMs)
}

/** Finds a code for an error of a newer proxy, whose own code is not known here. */
function toKnownCode(status: number): ChatErrorCode {
  if (status >= 500) return 'internal'
  return foreignCodes[status] ?? 'invalid_request'
}

/** Codes for statuses of the CRM's own server, a firewall or a load balancer. */
const foreignCodes: Record<number, ChatErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  429: 'rate_limited',
  502: 'network',
  503: 'network',
  504: 'network',
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined // HTML, nothing, or a connection that broke off: only the status is left.
  }
}
