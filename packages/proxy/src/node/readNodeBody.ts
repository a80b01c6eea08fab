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
    function handleData(chunk: Uint8Array): void {
      try {
        collector.add(chunk)
      } catch (error) {
        stop()
        request.resume() // The rest is read and dropped, or the connection would stand still.
        reject(error)
      }
    }
    function handleEnd(): void {
      stop()
      resolve(collector.bytes())
    }
    function handleCut(): void {
      stop()
      reject(new OperationError({ code: 'invalid_request', message: 'The body is cut off.' }))
    }
    function stop(): void {
      request.off('data', handleData).off('end', handleEnd).off('close', handleCut)
    }
    request.on('data', handleData).on('end', handleEnd).on('close', handleCut)
    request.on('error', ignore) // `close` follows, and another error may.
  })
}

/** For a client that is gone: nobody is left to notify. */
function ignore(): void {}
