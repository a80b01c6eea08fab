import { InvalidAnswerError } from '../errors.ts'

/** The same answer, whose reading fails once it is longer than `maxBytes`: what it says of its length is not trusted. */
export function capAnswer({
  response,
  what,
  maxBytes,
}: {
  response: Response
  what: string
  maxBytes: number
}): Response {
  if (!response.body) return response
  let size = 0
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      size += chunk.byteLength
      if (size > maxBytes) throw new InvalidAnswerError(`${what} answered with more than ${maxBytes} bytes.`)
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(count), response)
}
