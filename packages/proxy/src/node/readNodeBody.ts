import { OperationError } from '../errors.ts'
import { collectBody } from '../http/collectBody.ts'
import type { NodeRequest } from './nodeRequest.ts'

/**
 * Reads the body of a Node request, or takes what a body parser made of it.
 * @throws {OperationError} `too_large`, or `internal` for a body that somebody has read and not kept.
 */
export async function readNodeBody({
  request,
  maxBytes,
}: {
  request: NodeRequest
  maxBytes: number
}): Promise<Uint8Array> {
  if (!request.readableDidRead && !request.readableEnded) return readStream({ request, maxBytes })
  const collector = collectBody({ maxBytes })
  collector.add(toBytes(request.body))
  return collector.bytes()
}

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  if (text !== undefined) return Buffer.from(text)
  throw new OperationError({
    code: 'internal',
    message: 'The body was read before it reached the chat proxy.',
    detail: 'the body of the request was read by a framework, which kept nothing in request.body',
  })
}

function readStream({ request, maxBytes }: { request: NodeRequest; maxBytes: number }): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const collector = collectBody({ maxBytes })
    const handleData = (chunk: Uint8Array): void => {
      try {
        collector.add(chunk)
      } catch (error) {
        request.off('data', handleData)
        request.resume() // The rest is read and dropped, or the connection would stand still.
        reject(error)
      }
    }
    const handleClose = (): void =>
      reject(new OperationError({ code: 'invalid_request', message: 'The body is cut off.' }))
    request.on('data', handleData)
    request.once('end', () => resolve(collector.bytes()))
    request.once('error', handleClose).once('close', handleClose)
  })
}
