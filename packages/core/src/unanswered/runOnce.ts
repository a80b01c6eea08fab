import type { ChatError } from '../ChatError.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import { isChatError } from '../lightErrors.ts'
import type { Transport } from '../transports/transport.ts'
import { waitToRetry } from '../waitToRetry.ts'
import type { ConnectParameters } from './connection.ts'

/** Reason why a connection is over. */
export type Loss = Pick<ChatError, 'code' | 'retryable'> & { retryAfterMs?: number | undefined }

/** Parameters of {@link runOnce}. */
export interface RunOnceParameters extends ConnectParameters {
  http: ChatHttp
  transport: Transport
  /** Returns false for a user whose values the page must not show. @default every user is the page's */
  isOwnUser?: (userId: string) => boolean
  /** Returns the number of a connection that opens. */
  nextConnection: () => number
}

/**
 * Runs a transport until its connection is over.
 * @returns the reason, which is reported as a loss; nothing when the server announced the end: then the value stays
 * current until it is time to reconnect.
 */
export async function runOnce(parameters: RunOnceParameters): Promise<Loss | undefined> {
  const { http, transport, signal, nextConnection, isOwnUser = () => true, onUser, onEvent } = parameters
  const { clock } = http
  const ending = new AbortController()
  const over = AbortSignal.any([signal, ending.signal])
  let connection = nextConnection()
  let loss: Loss | undefined
  let stopDraining: (() => void) | undefined

  /** The first reason counts: what follows is its consequence. */
  const lose = (reason: Loss): void => {
    if (over.aborted) return
    loss = reason
    onEvent({ kind: 'loss', code: reason.code, retryable: reason.retryable })
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
      else if (!over.aborted) onUser?.(userId)
    },
    onDrain: (reconnectInMs) => {
      stopDraining?.()
      stopDraining = clock.after(reconnectInMs, () => ending.abort())
    },
    onValue: (value) => {
      if (!over.aborted) onEvent({ kind: 'value', value, connection })
    },
    onLiveEvent: (event) => {
      if (!over.aborted) onEvent({ kind: 'live', event })
    },
  })
  const handleOffline = (): void => lose(broken)
  globalThis.window?.addEventListener('offline', handleOffline)
  const reason = await running.then(
    () => broken,
    (error) => (isChatError(error) ? error : broken),
  )
  if (stopDraining) await waitToRetry({ ms: longestDrainMs, clock, signal: over })
  else lose(reason)
  stopDraining?.()
  globalThis.window?.removeEventListener('offline', handleOffline)
  return loss
}

/** Without a connection, a value must not pass for the current one for longer, whatever the server asks. */
const longestDrainMs = 30_000

/** It ended, failed, or the browser is offline. */
const broken: Loss = { code: 'network', retryable: true }

const anotherUser: Loss = { code: 'unauthenticated', retryable: false }
