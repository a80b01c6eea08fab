import { OperationError } from '../errors.ts'

/** The chunks of a body, counted as they arrive: `content-length` may be wrong or missing. */
export interface BodyCollector {
  /** @throws {OperationError} `too_large` */
  add: (chunk: Uint8Array) => void
  bytes: () => Uint8Array
}

/** Makes a {@link BodyCollector}. */
export function collectBody({ maxBytes }: { maxBytes: number }): BodyCollector {
  const chunks: Uint8Array[] = []
  let size = 0
  return {
    add: (chunk) => {
      size += chunk.byteLength
      if (size > maxBytes) {
        throw new OperationError({ code: 'too_large', message: `The body is larger than ${maxBytes} bytes.` })
      }
      chunks.push(chunk)
    },
    bytes: () => (chunks.length === 1 && chunks[0] ? chunks[0] : concatenate({ chunks, size })),
  }
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
