import { parseUnanswered } from '@crm-chat/protocol/wire/parseUnanswered'
import { visibilityHeader } from '@crm-chat/protocol/wire/routes'
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
  onActivity,
  ...listeners
}: ReadEventsParameters): Promise<void> {
  const accept = 'text/event-stream'
  const response = await fetchOperation(http, { operation: 'events', accept, headers: visibility(), signal })
  const body = bodyOf(response)
  onConnect()
  const feed = createEventStreamParser((event) => handleEvent(event, listeners))
  await readText({
    body,
    onText: (text) => {
      onActivity()
      feed(text)
    },
  })
}

/** After an outage, a server lets pages that are seen come first. */
function visibility(): Record<string, string> {
  if (typeof document === 'undefined') return {}
  return { [visibilityHeader]: document.visibilityState === 'visible' ? '1' : '0' }
}

/** Skips events of a newer proxy, and garbage. */
function handleEvent(
  { name, data }: StreamEvent,
  { onUser, onDrain, onValue }: Pick<TransportParameters, 'onUser' | 'onDrain' | 'onValue'>,
): void {
  const body = parseJson(data)
  const { userId, reconnectInMs } = Object(body)
  if (name === 'session' && typeof userId === 'string') onUser(userId)
  if (name === 'drain' && typeof reconnectInMs === 'number' && reconnectInMs >= 0) onDrain(reconnectInMs)
  const value = name === 'unanswered' && parseUnanswered(body)
  if (value) onValue(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
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
