import { type Unanswered, unansweredSchema } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import { fetchOperation } from '../http/fetchOperation.ts'
import { createEventStreamParser, type StreamEvent } from './createEventStreamParser.ts'
import type { TransportParameters } from './transport.ts'

/** Parameters of {@link readEvents}. */
export interface ReadEventsParameters extends TransportParameters {
  /** Called for anything that arrives, heartbeats included. */
  onActivity: () => void
}

/** Reads `GET /events` until it ends. @throws {ChatError} when it cannot be read as a stream of events. */
export async function readEvents({
  http,
  signal,
  onConnect,
  onValue,
  onActivity,
}: ReadEventsParameters): Promise<void> {
  const response = await fetchOperation(http, { operation: 'events', accept: 'text/event-stream', signal })
  const body = bodyOf(response)
  onConnect()
  const feed = createEventStreamParser((event) => {
    const value = parseEvent(event)
    if (value) onValue(value)
  })
  await readText({
    body,
    onText: (text) => {
      onActivity()
      feed(text)
    },
  })
}

/** Returns undefined for events of a newer proxy and for garbage, which are skipped. */
function parseEvent({ name, data }: StreamEvent): Unanswered | undefined {
  if (name !== 'unanswered') return undefined
  try {
    return unansweredSchema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

function bodyOf(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
  const type = response.headers.get('content-type') ?? 'no content type'
  if (response.body && type.startsWith('text/event-stream')) return response.body
  const message = `The live stream has the type ${type} instead of text/event-stream.`
  throw new ChatError({ code: 'invalid_answer', message, retryable: true })
}

async function readText({
  body,
  onText,
}: {
  body: ReadableStream<Uint8Array<ArrayBuffer>>
  onText: (text: string) => void
}): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) onText(chunk.value)
}
