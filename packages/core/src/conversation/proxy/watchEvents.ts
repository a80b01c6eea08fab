import type { ClientContext } from '../../clientContext.ts'
import type { ChatClient } from '../../createChat.ts'
import { toHttp } from '../../http/toHttp.ts'
import { createUserGuard } from '../../session/createUserGuard.ts'
import { createDefaultTransport } from '../../transports/createDefaultTransport.ts'
import type { Transport } from '../../transports/transport.ts'
import { fullJitterMs } from '../../unanswered/fullJitterMs.ts'
import { keepConnected } from '../../unanswered/keepConnected.ts'

/** An event of the stream, or a change of the connection. */
export type StreamChange = { kind: 'live' } | { kind: 'lost' } | { kind: 'event'; name: string; data: unknown }

/**
 * Follows the live events of a client: the conversations of a page share one stream, which is open while there are any. A server
 * that cannot stream is polled, and each poll counts as a new connection, after which messages are read again; one that has
 * nothing to poll either is asked once a minute.
 * @returns a function that ends it.
 */
export function watchEvents(chat: ChatClient, listener: (change: StreamChange) => void): () => void {
  const shared = streams.get(chat) ?? open(chat)
  streams.set(chat, shared)
  shared.listeners.add(listener)
  if (shared.isLive) queueMicrotask(() => shared.listeners.has(listener) && listener({ kind: 'live' }))
  return () => {
    shared.listeners.delete(listener)
    if (shared.listeners.size > 0) return
    shared.ending.abort()
    if (streams.get(chat) === shared) streams.delete(chat)
  }
}

interface SharedStream {
  listeners: Set<(change: StreamChange) => void>
  isLive: boolean
  ending: AbortController
}

const streams = new WeakMap<ChatClient, SharedStream>()

function open(chat: ChatClient): SharedStream {
  const shared: SharedStream = { listeners: new Set(), isLive: false, ending: new AbortController() }
  const emit = (change: StreamChange): void => {
    if (change.kind !== 'event') shared.isLive = change.kind === 'live'
    for (const listener of shared.listeners) listener(change)
  }
  const { options } = chat
  const context = chat as ChatClient & ClientContext // Every client is one.
  const { isOwn } = createUserGuard(options.onUserChange, context.users)
  const base = options.transport ?? createDefaultTransport(context)
  const transport: Transport = {
    run: (parameters) => base.run({ ...parameters, onEvent: (name, data) => emit({ kind: 'event', name, data }) }),
  }
  void keepConnected({
    http: toHttp(chat),
    transport,
    retryDelayMs: options.retryDelayMs ?? fullJitterMs,
    isOwnUser: isOwn,
    signal: AbortSignal.any([chat.signal, shared.ending.signal]),
    onUser: () => emit({ kind: 'live' }),
    onEvent: (event) => {
      if (event.kind === 'loss') emit({ kind: event.code === 'not_supported' ? 'live' : 'lost' })
    },
  })
  return shared
}
