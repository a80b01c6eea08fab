import { parseUnanswered } from '@crm-chat/protocol/wire/parseUnanswered'
import { visibilityHeader } from '@crm-chat/protocol/wire/routes'
import { fetchOperation } from '../http/fetchOperation.ts'
import { parseJson } from '../parseJson.ts'
import { createEventStreamParser, type StreamEvent } from './createEventStreamParser.ts'
import type { TransportParameters } from './transport.ts'

/** Parameters of {@link readEvents}. */
export interface ReadEventsParameters extends TransportParameters {
  /** Called for anything that arrives, heartbeats included. */
  onActivity: () => void
}

/** Reads `GET /events` until it ends. Rejects where it is no stream of events, with a {@link ChatError} where it was refused. */
export async function readEvents({
  http,
  signal,
  onConnect,
  onActivity,
  ...listeners
}: ReadEventsParameters): Promise<void> {
  const accept = 'text/event-stream'
  const response = await fetchOperation(http, { operation: 'events', accept, headers: visibility(), signal })
  if (!response.headers.get('content-type')?.startsWith(accept) || !response.body) throw new TypeError('No stream.')
  onConnect()
  const feed = createEventStreamParser((event) => handleEvent(event, listeners))
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    onActivity()
    feed(chunk.value)
  }
}

/** After an outage, a server lets pages that are seen come first. */
function visibility(): Record<string, string> {
  if (typeof document === 'undefined') return {}
  return { [visibilityHeader]: document.visibilityState === 'visible' ? '1' : '0' }
}

/** Skips garbage. */
function handleEvent(
  { name, data }: StreamEvent,
  {
    onUser,
    onDrain,
    onValue,
    onLiveEvent,
  }: Pick<TransportParameters, 'onUser' | 'onDrain' | 'onValue' | 'onLiveEvent'>,
): void {
  const body = parseJson(data)
  const { userId, reconnectInMs } = Object(body)
  if (name === 'session' && typeof userId === 'string') onUser(userId)
  if (name === 'drain' && typeof reconnectInMs === 'number' && reconnectInMs >= 0) onDrain(reconnectInMs)
  const value = name === 'unanswered' && parseUnanswered(body)
  if (value) onValue(value)
  if (name !== 'unanswered') onLiveEvent?.({ name, data: body })
}
