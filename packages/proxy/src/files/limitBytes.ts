/** Passes a file on, and fails as soon as there is more of it than `maxBytes`: a size that was announced may be wrong. */
export function limitBytes({
  body,
  maxBytes,
}: {
  body: ReadableStream<Uint8Array>
  maxBytes: number
}): ReadableStream<Uint8Array> {
  let bytes = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes > maxBytes) controller.error(new RangeError(`The file has more than ${maxBytes} bytes.`))
        else controller.enqueue(chunk)
      },
    }),
  )
}
