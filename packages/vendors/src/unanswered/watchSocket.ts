import { VendorAuthError } from '../errors.ts'
import type { Clock } from '../http/clock.ts'
import { connectSocket, isOtherGeneration, type SocketGeneration, type SocketOptions } from './connectSocket.ts'
import type { CounterSocket } from './counterSocket.ts'
import { retryAfterOutage, retryAfterRefusal } from './retryAfterOutage.ts'
import type { CounterOutage } from './unansweredValue.ts'

/** Parameters of {@link watchSocket}. */
export interface SocketParameters {
  /** Returns the address to connect to; called before each attempt. */
  locate: (signal: AbortSignal) => string | Promise<string>
  options: SocketOptions
  /** Protocol that worked last; updated when another one works. Kept with the client, so that all watches share it. */
  protocol: { generation: SocketGeneration }
  /** Emitted on every connect: names the account and the user. */
  greeting: { event: string; data: () => object }
  /** The event that carries a counter. */
  valueEvent: string
  clock: Clock
  random: () => number
  onData: (data: unknown) => void
  onConnected?: () => void
  onOutage: (outage: CounterOutage) => void
}

/**
 * Keeps a counter's socket open: reconnects with jitter, from half a second up to half a minute apart, and about once a
 * minute after the vendor has refused the connection. If the server turns out to use the other generation of Socket.IO's
 * protocol, that one is tried at once, and remembered if it works.
 * @returns a function that ends the watch.
 */
export function watchSocket(parameters: SocketParameters): () => void {
  const ended = new AbortController()
  void keepOpen({ ...parameters, signal: ended.signal })
  return () => ended.abort()
}

interface Watch extends SocketParameters {
  signal: AbortSignal
}

async function keepOpen(watch: Watch): Promise<void> {
  const { signal, random, clock } = watch
  let failures = 0
  const onConnected = (): void => {
    failures = 0
    watch.onConnected?.()
  }
  while (!signal.aborted) {
    const outage = await converseInEither({ ...watch, onConnected })
    if (signal.aborted) return
    watch.onOutage(outage)
    failures += 1
    const refused = outage === 'refused'
    await clock.sleep(refused ? retryAfterRefusal({ random }) : retryAfterOutage({ attempt: failures, random }), signal)
  }
}

/** Connects with the protocol that worked last, or else with the other one. */
async function converseInEither(watch: Watch): Promise<CounterOutage> {
  const { generation } = watch.protocol
  const first = await converse({ ...watch, generation })
  if (first !== 'otherGeneration') return first
  const second = await converse({ ...watch, generation: generation === 'older' ? 'current' : 'older' })
  return second === 'otherGeneration' ? 'unreachable' : second
}

interface Talk extends Watch {
  generation: SocketGeneration
}

/** Runs one connection, from its first attempt to its end. */
async function converse(talk: Talk): Promise<CounterOutage | 'otherGeneration'> {
  const { locate, options, generation, signal } = talk
  try {
    const url = await locate(signal)
    if (signal.aborted) return 'dropped'
    const socket = await connectSocket({ url, options, generation })
    return await listen({ ...talk, socket }).finally(() => socket.disconnect())
  } catch (error) {
    return error instanceof VendorAuthError ? 'refused' : 'unreachable'
  }
}

function listen(talk: Talk & { socket: CounterSocket }): Promise<CounterOutage | 'otherGeneration'> {
  const { socket, signal, generation, protocol, greeting, valueEvent, onConnected, onData } = talk
  return new Promise((resolve) => {
    const end = (ending: CounterOutage | 'otherGeneration'): void => {
      signal.removeEventListener('abort', stop)
      resolve(ending)
    }
    const stop = (): void => end('dropped')
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    socket.on('connect', () => {
      if (signal.aborted) return
      protocol.generation = generation
      socket.emit(greeting.event, greeting.data())
      onConnected?.()
    })
    socket.on(valueEvent, (data) => {
      if (!signal.aborted) onData(data)
    })
    socket.on('connect_error', (error) => end(toEnding({ error, generation })))
    socket.on('connect_timeout', () => end('unreachable')) // Emitted by the older generation only.
    socket.on('error', () => end('refused')) // A server of the older generation refuses this way.
    socket.on('disconnect', (reason) => end(reason === 'io server disconnect' ? 'refused' : 'dropped'))
  })
}

function toEnding({
  error,
  generation,
}: {
  error: unknown
  generation: SocketGeneration
}): CounterOutage | 'otherGeneration' {
  if (isOtherGeneration({ error, generation })) return 'otherGeneration'
  // Without a mark of the transport, the server was reached and refused.
  const transport = error instanceof Error && ('type' in error || 'code' in error || error.message === 'timeout')
  return transport ? 'unreachable' : 'refused'
}
