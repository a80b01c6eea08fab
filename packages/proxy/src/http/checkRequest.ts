import { requestHeader } from '@crm-chat/protocol'
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
}: {
  request: ChatRequest
  allowedOrigins: readonly string[]
}): void {
  if (!isOwnPage({ request, allowedOrigins })) {
    throw new OperationError({
      code: 'foreign_origin',
      message: 'The request comes from a page of another origin. List that origin in allowedOrigins if it is yours.',
    })
  }
  if (request.method !== 'GET') checkPost(request)
}

function checkPost({ header }: ChatRequest): void {
  if (header(requestHeader.name) !== requestHeader.value) {
    throw new OperationError({
      code: 'foreign_origin',
      message: `The header "${requestHeader.name}: ${requestHeader.value}" is missing.`,
    })
  }
  if (!/^application\/json\s*(;|$)/i.test(header('content-type') ?? '')) {
    throw new OperationError({ code: 'unsupported_media_type', message: 'The content type must be application/json.' })
  }
}
