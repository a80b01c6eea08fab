import { OperationError } from '../errors.ts'

/**
 * Reads a JSON body and counts its bytes as they arrive: `content-length` may be wrong or missing.
 * @throws {OperationError} `too_large`, or `invalid_request` for anything but JSON.
 */
export async function readJson({ request, maxBytes }: { request: Request; maxBytes: number }): Promise<unknown> {
  const bytes = await readBytes({ body: request.body, maxBytes })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new OperationError({ code: 'invalid_request', message: 'The body is not JSON.' })
  }
}

async function readBytes({ body, maxBytes }: { body: Request['body']; maxBytes: number }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop by the error cancels the rest of the body.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw new OperationError({ code: 'too_large', message: `The body is larger than ${maxBytes} bytes.` })
    }
    chunks.push(chunk)
  }
  return concatenate({ chunks, size })
}

function concatenate({ chunks, size }: { chunks: Uint8Array[]; size: number }): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
