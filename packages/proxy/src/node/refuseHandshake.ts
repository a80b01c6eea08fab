import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { errorStatuses } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'
import { responseHeaders } from '../http/respond.ts'

/**
 * Refuses a socket with the status and code of any other operation, in the form of Engine.IO's own refusals, so that a
 * client can tell a missing session from a busy server. A browser shows a page none of it where it asked for a WebSocket.
 */
export function refuseHandshake({
  message,
  error,
}: {
  message: IncomingMessage & { res?: ServerResponse }
  error: unknown
}): void {
  const { code, retryAfterMs } =
    error instanceof OperationError ? error : new OperationError({ code: 'internal', message: 'The handshake failed.' })
  const status = errorStatuses[code]
  const body = JSON.stringify({ code: forbidden, message: code })
  const headers = {
    ...responseHeaders,
    'content-type': 'application/json',
    'content-length': String(body.length), // Codes are ASCII.
    ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
  }
  if (message.res) message.res.writeHead(status, headers).end(body)
  else message.socket.end(toHead({ status, headers }) + body)
}

/** Engine.IO's number for a request that the server does not allow. */
const forbidden = 4

function toHead({ status, headers }: { status: number; headers: Record<string, string> }): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n${lines.join('')}\r\n`
}
