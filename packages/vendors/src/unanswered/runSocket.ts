import { findNetworkCode } from '../http/findNetworkCode.ts'
import { type Ending, type TransportEnding, toEarlyEnding, toLateEnding } from './ending.ts'
import { keepBeating } from './keepBeating.ts'
import { openPolling } from './openPolling.ts'
import { openWebSocket } from './openWebSocket.ts'
import { type OpenPacket, type Packet, parsePacket } from './packet.ts'
import type { SocketProtocol } from './protocol.ts'
import type { Transport, TransportParameters } from './transport.ts'

/** Parameters of {@link runSocket}. */
export interface SocketRun extends Pick<TransportParameters, 'url' | 'clock'> {
  protocol: SocketProtocol
  /** Sent on connect: names the account and the user. */
  greeting: { event: string; data: () => object }
  /** The event that carries a counter. */
  valueEvent: string
  onConnected: () => void
  onData: (data: unknown) => void
  signal: AbortSignal
}

/** Time for the whole handshake, up to the point at which events may be sent. */
const handshakeMs = 5_000

/**
 * Runs one connection to a Socket.IO host, from its first attempt to its end. Nothing that the host sends, and nothing that
 * a callback throws, escapes: a packet outside the protocol ends the connection.
 */
export function runSocket(run: SocketRun): Promise<Ending> {
  return new Promise((resolve) => {
    const { protocol, greeting, valueEvent, clock, signal } = run
    const ended = new AbortController()
    const shaking = new AbortController()
    let phase: 'opening' | 'connecting' | 'connected' = 'opening'
    let transport: Transport | undefined
    let heardAtMs = clock.elapsed()

    function finish(ending: Ending): void {
      if (ended.signal.aborted) return
      ended.abort()
      shaking.abort()
      signal.removeEventListener('abort', stop)
      transport?.close()
      resolve(ending)
    }
    const stop = (): void => finish({ kind: 'dropped', code: 'ENDED' })
    const fail = (code: string): void => finish(toEnding({ phase, code }))
    const onEnd = (end: TransportEnding): void =>
      finish(phase === 'opening' ? toEarlyEnding(end) : toLateEnding({ end, isConnected: phase === 'connected' }))

    function take(text: string): void {
      if (ended.signal.aborted) return
      heardAtMs = clock.elapsed()
      const packet = parsePacket(text)
      if (!packet) fail('BAD_PACKET')
      else if (phase === 'opening') open(packet)
      else if (phase === 'connecting') connect(packet)
      else receive(packet)
    }

    function open(packet: Packet): void {
      if (packet.type === 'open') begin(packet)
      else fail('BAD_PACKET')
    }

    function begin({ pingIntervalMs, pingTimeoutMs }: OpenPacket): void {
      phase = 'connecting'
      if (protocol.generation === 'current') transport?.send('40')
      void keepBeating({
        clock,
        pingIntervalMs,
        pingTimeoutMs,
        ping: protocol.generation === 'older' ? () => transport?.send('2') : undefined,
        heardAtMs: () => heardAtMs,
        onSilence: () => fail('NO_HEARTBEAT'),
        signal: ended.signal,
      })
    }

    function connect(packet: Packet): void {
      if (packet.type !== 'connected') attend(packet)
      // Only an older host admits everybody by itself, without an id.
      else if (!packet.hasId && protocol.generation === 'current') {
        finish({ kind: 'mismatch', code: 'OTHER_GENERATION', wrong: 'generation' })
      } else greet()
    }

    function greet(): void {
      phase = 'connected'
      shaking.abort()
      transport?.send(`42${JSON.stringify([greeting.event, greeting.data()])}`)
      run.onConnected()
    }

    function receive(packet: Packet): void {
      if (packet.type !== 'event') attend(packet)
      else if (packet.name === valueEvent) run.onData(packet.data)
    }

    function attend({ type }: Packet): void {
      if (type === 'ping') transport?.send('3')
      else if (type === 'refused') finish({ kind: 'refused', code: 'REFUSED' })
      else if (type === 'disconnected') finish({ kind: 'refused', code: 'DISCONNECTED_BY_HOST' })
      else if (type === 'close') fail('CLOSED')
      else if (type === 'open') fail('BAD_PACKET')
    }

    function onPacket(text: string): void {
      try {
        take(text)
      } catch {
        fail('CALLBACK_FAILED') // The caller's own function threw: an exception would end the process.
      }
    }

    async function start(): Promise<void> {
      const openTransport = protocol.transport === 'websocket' ? openWebSocket : openPolling
      transport = await openTransport({ url: run.url, generation: protocol.generation, clock, onPacket, onEnd })
      if (ended.signal.aborted) transport.close()
    }

    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    void clock.sleep(handshakeMs, shaking.signal).then(() => phase !== 'connected' && fail('TIMEOUT'))
    start().catch((error: unknown) => onEnd({ code: findNetworkCode(error) ?? 'NO_SOCKETS_HERE' }))
  })
}

function toEnding({ phase, code }: { phase: 'opening' | 'connecting' | 'connected'; code: string }): Ending {
  if (phase === 'connected') return { kind: 'dropped', code }
  return { kind: phase === 'opening' ? 'mismatch' : 'unreachable', code }
}
