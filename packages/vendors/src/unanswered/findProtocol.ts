import type { Ending } from './ending.ts'
import type { KnownProtocol, SocketProtocol } from './protocol.ts'
import { runSocket, type SocketRun } from './runSocket.ts'
import type { CounterOutage } from './unansweredValue.ts'

/** End of the connection in whatever protocol. */
export interface Outage {
  kind: CounterOutage
  /** Cause, as in `CounterOutageDetails`. */
  code: string
}

/** A WebSocket that could not be had is tried again after this time. */
const pollingForMs = 10 * 60_000

/** Causes that an intermediary has too, while a host is away: the protocol that worked before is not in doubt. */
const passing = /^(?:HTTP_5\d\d|TIMEOUT|CLOSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/**
 * Connects in the protocol that worked last; if the host turns out not to speak it, in the others, of which the one that
 * works is remembered. WebSocket goes first, since it needs one connection.
 */
export async function runInAnyProtocol(run: Omit<SocketRun, 'protocol'> & { known: KnownProtocol }): Promise<Outage> {
  const { known, clock } = run
  const tried: SocketProtocol[] = []
  let causes: Ending | undefined
  for (let next = toFirst({ known, now: clock.elapsed() }); next; ) {
    const protocol = next
    const ending = await runSocket({
      ...run,
      protocol,
      onConnected() {
        remember({ known, protocol, tried, now: clock.elapsed() })
        run.onConnected()
      },
    })
    if (ending.kind !== 'mismatch') return { kind: ending.kind, code: ending.code }
    causes ??= ending
    tried.push(protocol)
    const isInDoubt = !run.signal.aborted && !(known.proven && passing.test(ending.code))
    next = isInDoubt ? chooseNext({ tried, wrong: ending.wrong }) : undefined
  }
  const code = causes?.code ?? 'CLOSED'
  return { kind: code === 'HTTP_401' || code === 'HTTP_403' ? 'refused' : 'unreachable', code }
}

function toFirst({ known, now }: { known: KnownProtocol; now: number }): SocketProtocol | undefined {
  const { generation, transport, pollingSinceMs } = known
  const isOverdue = transport === 'polling' && now - pollingSinceMs > pollingForMs
  return { generation, transport: isOverdue ? 'websocket' : transport }
}

function remember({
  known,
  protocol,
  tried,
  now,
}: {
  known: KnownProtocol
  protocol: SocketProtocol
  tried: SocketProtocol[]
  now: number
}): void {
  Object.assign(known, protocol, { proven: true })
  if (tried.some(({ transport }) => transport === 'websocket')) known.pollingSinceMs = now
}

/** The other generation, then the other transport, then both; or at once the part that the host has named as wrong. */
function chooseNext({ tried, wrong }: { tried: SocketProtocol[]; wrong: Ending['wrong'] }): SocketProtocol | undefined {
  const last = tried.at(-1)
  const first = tried[0]
  if (!last || !first) return undefined
  const choices = [
    ...(wrong === 'generation' ? [otherGeneration(last)] : []),
    ...(wrong === 'transport' ? [otherTransport(last)] : []),
    otherTransport(first),
    otherGeneration(first),
    otherTransport(otherGeneration(first)),
  ]
  return choices.find((choice) => !tried.some((one) => isSame(one, choice)))
}

function otherGeneration({ generation, transport }: SocketProtocol): SocketProtocol {
  return { generation: generation === 'older' ? 'current' : 'older', transport }
}

function otherTransport({ generation, transport }: SocketProtocol): SocketProtocol {
  return { generation, transport: transport === 'polling' ? 'websocket' : 'polling' }
}

function isSame(one: SocketProtocol, other: SocketProtocol): boolean {
  return one.generation === other.generation && one.transport === other.transport
}
