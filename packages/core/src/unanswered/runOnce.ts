import { ChatError } from '../ChatError.ts'
import { delay } from '../delay.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import { startTimer, type Timer } from '../timers.ts'
import type { Transport } from '../transports/transport.ts'
import type { ConnectionEvent } from './connection.ts'

/** Parameters of {@link runOnce}. */
export interface RunOnceParameters {
  http: ChatHttp
  transport: Transport
  signal: AbortSignal
  /** Returns false for a user whose values the page must not show. @default every user is the page's */
  isOwnUser?: (userId: string) => boolean
  onEvent: (event: ConnectionEvent) => void
  /** Returns the number of a connection that opens. */
  nextConnection: () => number
}

/**
 * Runs a transport until its connection is over.
 * @returns the reason, which is reported as a loss; nothing when the server announced the end: then the value stays
 * current until it is time to reconnect.
 */
export async function runOnce(parameters: RunOnceParameters): Promise<ChatError | undefined> {
  const { http, transport, signal, nextConnection, isOwnUser = () => true, onEvent } = parameters
  const ending = new AbortController()
  const over = AbortSignal.any([signal, ending.signal])
  let connection = nextConnection()
  let loss: ChatError | undefined
  let draining: Timer | undefined

  /** The first reason counts: what follows is its consequence. */
  const lose = (error: ChatError): void => {
    if (over.aborted) return
    loss = error
    onEvent({ kind: 'loss', code: error.code, retryable: error.retryable })
    ending.abort()
  }
  const running = transport.run({
    http,
    signal: over,
    onConnect: () => {
      connection = nextConnection()
    },
    onUser: (userId) => {
      if (!isOwnUser(userId)) lose(anotherUser)
    },
    onDrain: (reconnectInMs) => {
      clearTimeout(draining)
      draining = startTimer(() => ending.abort(), reconnectInMs)
    },
    onValue: (value) => {
      if (!over.aborted) onEvent({ kind: 'value', value, connection })
    },
  })
  const unwatch = watchOffline(() => lose(offline))
  const error = await running.then(() => ended, toChatError)
  if (draining === undefined) lose(error)
  else await delay(longestDrainMs, over)
  clearTimeout(draining)
  unwatch()
  return loss
}

/** Without a connection, a value must not pass for the current one for longer, whatever the server asks. */
const longestDrainMs = 30_000

const ended = new ChatError({ code: 'network', message: 'The live connection ended.', retryable: true })
const offline = new ChatError({ code: 'network', message: 'The browser is offline.', retryable: true })
const anotherUser = new ChatError({
  code: 'unauthenticated',
  message: 'The live connection is of another user than this page.',
  retryable: false,
})

function watchOffline(onOffline: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  window.addEventListener('offline', onOffline)
  return () => window.removeEventListener('offline', onOffline)
}

function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  const message = 'The live connection failed.'
  return new ChatError({ code: 'network', message, retryable: true, cause: error })
}
