import { requestHeader } from '@crm-chat/protocol'
import { isDevelopment } from '../development.ts'
import { OperationError } from '../errors.ts'
import { isOwnPage } from './checkOrigin.ts'
import type { ChatRequest } from './exchange.ts'

/**
 * Refuses requests that a foreign page could make a browser send.
 * @throws {OperationError} `foreign_origin`, or `unsupported_media_type`.
 */
export function checkRequest({
  request,
  allowedOrigins,
  hasJson,
}: {
  request: ChatRequest
  allowedOrigins: readonly string[]
  /** True where the operation takes JSON. */
  hasJson: boolean
}): void {
  if (!isOwnPage({ request, allowedOrigins })) throw foreignOrigin(request)
  if (request.method === 'GET') return
  checkHeader(request)
  if (hasJson) checkContentType(request)
}

/** A development server that changes `Host` makes one's own page foreign: only the two hosts together show that. */
function foreignOrigin({ header, urlHost }: ChatRequest): OperationError {
  const origin = header('origin')
  const hosts =
    origin === undefined
      ? undefined
      : `The page is of ${origin.slice(0, 200)}, and the request came to the host ${(header('host') ?? urlHost).slice(0, 200)}. ` +
        'Keep the Host header where a proxy or a development server changes it, or list the page’s origin in allowedOrigins.'
  return new OperationError({
    code: 'foreign_origin',
    message:
      hosts !== undefined && isDevelopment()
        ? hosts
        : 'The request comes from a page of another origin. List that origin in allowedOrigins if it is yours.',
    detail: hosts,
  })
}

function checkHeader({ header }: ChatRequest): void {
  if (header(requestHeader.name) !== requestHeader.value) {
    throw new OperationError({
      code: 'foreign_origin',
      message: `The header "${requestHeader.name}: ${requestHeader.value}" is missing.`,
    })
  }
}

function checkContentType({ header }: ChatRequest): void {
  if (!/^application\/json\s*(;|$)/i.test(header('content-type') ?? '')) {
    throw new OperationError({ code: 'unsupported_media_type', message: 'The content type must be application/json.' })
  }
}
