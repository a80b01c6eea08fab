import type { Unanswered } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import { delay } from '../delay.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import type { Transport } from '../transports/transport.ts'
import type { ConnectionEvent } from './connection.ts'

/** Parameters of {@link keepConnected}. */
export interface KeepConnectedParameters {
  http: ChatHttp
  transport: Transport
  signal: AbortSignal
  retryDelayMs: (attempt: number) => number
  onEvent: (event: ConnectionEvent) => void
}

/** Runs a transport again and again until the signal aborts. A connection that held resets the wait between two tries. */
export async function keepConnected(parameters: KeepConnectedParameters): Promise<void> {
  const { http, transport, signal, retryDelayMs, onEvent } = parameters
  let attempt = 0
  let connection = 0
  const handleConnect = (): void => {
    connection += 1
  }
  const handleValue = (value: Unanswered): void => {
    if (!signal.aborted) onEvent({ kind: 'value', value, connection })
  }
  while (!signal.aborted) {
    const startedAt = performance.now()
    handleConnect()
    const running = transport.run({ http, signal, onConnect: handleConnect, onValue: handleValue })
    const error = await running.then(() => ended, toChatError)
    if (signal.aborted) return
    onEvent({ kind: 'loss', code: error.code, retryable: error.retryable })
    if (performance.now() - startedAt > heldMs) attempt = 0
    await waitToRetry({ ms: waitMs({ error, backoffMs: retryDelayMs(attempt) }), signal })
    attempt += 1
  }
}

/** A server that accepts and then closes at once must not be asked again and again at full speed. */
const heldMs = 5000

const ended = new ChatError({ code: 'network', message: 'The live connection ended.', retryable: true })

/** A refusal is not repeated at once: a login elsewhere or a repaired server shows within about a minute. */
function waitMs({ error, backoffMs }: { error: ChatError; backoffMs: number }): number {
  if (!error.retryable) return 60_000 * (0.5 + Math.random())
  return Math.max(backoffMs, error.retryAfterMs ?? 0)
}

function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  const message = 'The live connection failed.'
  return new ChatError({ code: 'network', message, retryable: true, cause: error })
}

/** Waits, but no longer than until the browser is online again. */
async function waitToRetry({ ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  const online = new AbortController()
  const handleOnline = (): void => online.abort()
  if (typeof window !== 'undefined') window.addEventListener('online', handleOnline)
  await delay(ms, AbortSignal.any([signal, online.signal]))
  if (typeof window !== 'undefined') window.removeEventListener('online', handleOnline)
}
