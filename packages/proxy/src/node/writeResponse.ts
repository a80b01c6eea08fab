import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/** Writes a web `Response`, reading it only as fast as the client receives it. Never rejects. */
export async function writeResponse({
  webResponse,
  response,
}: {
  webResponse: Response
  response: ServerResponse
}): Promise<void> {
  response.writeHead(webResponse.status, Object.fromEntries(webResponse.headers))
  const reader = webResponse.body?.getReader()
  if (!reader) {
    response.end()
    return
  }
  const cancel = (): void => void reader.cancel().catch(ignore)
  if (response.destroyed) return cancel() // The client disconnected before there was a response: `close` is over.
  response.once('close', cancel)
  await pump({ reader, response }).catch(() => response.destroy())
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function pump({ reader, response }: { reader: Reader; response: ServerResponse }): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read()
    if (done || response.destroyed) break
    if (!response.write(value)) await drained({ reader, response })
  }
  response.end()
}

/** Resolves when the client has received everything written or has left; disconnects it when the stream ends unread. */
async function drained({ reader, response }: { reader: Reader; response: ServerResponse }): Promise<void> {
  const settled = new AbortController()
  const ended = reader.closed.catch(ignore).then(() => 'ended')
  const taken = once(response, 'drain', { signal: settled.signal }).catch(ignore)
  const left = once(response, 'close', { signal: settled.signal }).catch(ignore)
  const outcome = await Promise.race([ended, taken, left])
  settled.abort()
  if (outcome === 'ended') response.destroy()
}

/** For a stream that is gone: nobody is left to notify. */
function ignore(): void {}
