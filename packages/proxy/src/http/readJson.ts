import { OperationError } from '../errors.ts'
import type { ChatRequest } from './exchange.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a JSON body.
 * @throws {OperationError} `too_large`, or `invalid_request` for anything but JSON.
 */
export async function readJson({ request, maxBytes }: { request: ChatRequest; maxBytes: number }): Promise<unknown> {
  const bytes = await request.readBody({ maxBytes })
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new OperationError({ code: 'invalid_request', message: 'The body is not JSON.' })
  }
}
