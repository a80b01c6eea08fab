import type { Redaction } from '../redaction/createRedaction.ts'
import type { FixtureWriter } from './createFixtureWriter.ts'
import { parsePacket, readSessionId, splitPayload } from './engineIo.ts'
import type { SocketIoFixture, SocketIoFrame } from './fixture.ts'

/** Recorded connections of Socket.IO: each may begin with polling and go on as a WebSocket. */
export interface Sessions {
  /** Adds the packets of one polling request and of its response. */
  addPolling: (parameters: {
    path: string
    protocol: number
    sessionId: string | undefined
    requestText: string
    responseText: string
  }) => void
  /** Begins, or continues, a connection over a WebSocket. @returns a function that adds packets */
  startSocket: (parameters: { path: string; protocol: number; sessionId: string | undefined }) => AddPacket
}

/** Adds a packet of Engine.IO to a connection. */
export type AddPacket = (from: SocketIoFrame['from'], packet: string) => void

/** Frames of a connection that are kept. */
const maxFrames = 2_000
/** Connections that can still be continued. */
const maxSessions = 1_000

/** Creates the recorded connections. */
export function createSessions({ writer, redaction }: { writer: FixtureWriter; redaction: Redaction }): Sessions {
  const known = new Map<string, AddPacket>()

  function start(path: string, protocol: number): AddPacket {
    const redactedPath = redaction.route(path)
    const fixture: SocketIoFixture = { kind: 'socket.io', path: redactedPath, protocol, frames: [] }
    let file: string | undefined
    return (from, packet) => {
      const parsed = parsePacket(packet)
      if (!parsed || fixture.frames.length >= maxFrames) return
      file ??= writer.reserve(['socket.io', redactedPath])
      if (file === undefined) return
      fixture.frames.push({ from, ...redactPacket(parsed, redaction) })
      writer.write(file, fixture)
    }
  }

  /** Remembers a connection by the id in its first packet. */
  function remember(add: AddPacket, packets: string[]): void {
    const sessionId = packets.map(readSessionId).find((id) => id !== undefined)
    if (sessionId === undefined) return
    const [oldest] = known.keys()
    if (known.size >= maxSessions && oldest !== undefined) known.delete(oldest)
    known.set(sessionId, add)
  }

  const find = (sessionId: string | undefined): AddPacket | undefined =>
    sessionId === undefined ? undefined : known.get(sessionId)

  return {
    addPolling({ path, protocol, sessionId, requestText, responseText }) {
      const add = find(sessionId) ?? start(path, protocol)
      const packets = splitPayload(responseText, protocol)
      remember(add, packets)
      for (const packet of splitPayload(requestText, protocol)) add('client', packet)
      for (const packet of packets) add('server', packet)
    },
    startSocket({ path, protocol, sessionId }) {
      const add = find(sessionId) ?? start(path, protocol)
      return (from, packet) => {
        if (from === 'server') remember(add, [packet])
        add(from, packet)
      }
    },
  }
}

function redactPacket({ event, data, ...packet }: Omit<SocketIoFrame, 'from'>, redaction: Redaction) {
  return {
    ...packet,
    namespace: redaction.path(packet.namespace),
    ...(event === undefined ? {} : { event: redaction.key(event) }),
    ...(data === undefined ? {} : { data: redaction.value(data) }),
  }
}
