import type { ChatClient } from '../../createChat.ts'
import type { LiveEvent } from '../../transports/transport.ts'
import type { ConversationEvent } from '../conversationSource.ts'

/** Parameters of {@link followClient}. */
export interface FollowClientParameters {
  client: ChatClient
  /** Reads what is allowed now, and reports it. Returns false if the server cannot be reached. */
  readAllowed: () => Promise<boolean>
  /** Takes each live event that may be of the conversation. */
  onLiveEvent: (event: LiveEvent) => void
  emit: (event: ConnectionEvent) => void
}

/** An event of the connection alone. */
export type ConnectionEvent = Extract<ConversationEvent, { type: 'live' | 'lost' | 'ended' }>

/**
 * Follows a client's connection for one conversation: reports it as live at first and whenever messages may have been missed.
 * Without a connection, the messages say why they do not load.
 * @returns a function that ends it.
 */
export function followClient({ client, readAllowed, onLiveEvent, emit }: FollowClientParameters): () => void {
  let isStarting = false
  let hasStream = false
  const start = async (): Promise<void> => {
    if (isStarting) return
    isStarting = true
    const isReached = await readAllowed()
    isStarting = false
    emit({ type: 'live' })
    if (!isReached) emit({ type: 'lost' })
  }
  const handle = (event: LiveEvent | undefined): void => {
    if (!event) return
    if (event.name === 'session' || event.name === 'lost') hasStream = event.name === 'session'
    // Where nothing is live, messages are read whenever it is tried.
    const isAbsent = event.name === 'lost' && Object(event.data).code === 'not_supported'
    if (event.name === 'session' || isAbsent) void start()
    else if (event.name === 'lost') emit({ type: 'lost' })
    else onLiveEvent(event)
  }
  const handleEnd = (): void => emit({ type: 'ended' })
  void start()
  const stopEvents = client.events.subscribe(handle)
  // It keeps the connection. Where it polls, or another tab has the stream, a number may mean messages.
  const stopCounter = client.unanswered.subscribe(({ status }) => {
    if (!hasStream && (status === 'live' || status === 'connecting')) void start()
  })
  client.signal.addEventListener('abort', handleEnd)
  return () => {
    client.signal.removeEventListener('abort', handleEnd)
    stopEvents()
    stopCounter()
  }
}
