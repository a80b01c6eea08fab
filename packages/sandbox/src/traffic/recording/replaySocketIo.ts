import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Upgrade } from '../../server/http/routeUpgrades.ts'
import { createScript } from './createScript.ts'
import { fillIn } from './fillIn.ts'
import type { SocketIoFixture, SocketIoFrame } from './fixture.ts'
import type { NamedFixture } from './readFixtures.ts'
import { takeInTurn } from './takeInTurn.ts'
import { toValueShape } from './toBodyShape.ts'

/** Replays connections of Socket.IO, for clients of its versions 2 to 4, over polling and WebSockets. */
export function replaySocketIo({
  server,
  fixtures,
  origin,
}: {
  server: HttpServer
  fixtures: NamedFixture<'socket.io'>[]
  origin: () => string
}): {
  /** True for paths that a server of Socket.IO has. */
  isOwnPath: (path: string) => boolean
  /** Takes a WebSocket at one of these paths. */
  upgrade: (...upgrade: Upgrade) => void
  close: () => Promise<void>
} {
  const paths = [...new Set(fixtures.map(({ path }) => path))]
  const servers = paths.map((path) => {
    const io = new Server(server, {
      path,
      allowEIO3: true,
      serveClient: false,
      destroyUpgrade: false,
      cors: { origin: true, credentials: true },
    })
    replayNamespaces({ io, fixtures: fixtures.filter((fixture) => fixture.path === path), origin })
    return io
  })
  const upgrades = server.listeners('upgrade') // Socket.IO's, which see WebSockets only from now on.
  server.removeAllListeners('upgrade')
  return {
    upgrade(...upgrade) {
      for (const listener of upgrades) listener.apply(server, upgrade)
    },
    isOwnPath: (path) => paths.some((own) => path.startsWith(own.replace(/\/$/, ''))),
    async close() {
      await Promise.all(servers.map((io) => io.close()))
    },
  }
}

function replayNamespaces({
  io,
  fixtures,
  origin,
}: {
  io: Server
  fixtures: SocketIoFixture[]
  origin: () => string
}): void {
  for (const name of new Set(fixtures.flatMap(({ frames }) => frames.map(({ namespace }) => namespace)))) {
    const take = takeInTurn(
      fixtures
        .map(({ frames }) => frames.filter(({ namespace }) => namespace === name))
        .filter(({ length }) => length > 0),
    )
    io.of(name)
      .use((socket, next) => {
        socket.data.frames = take()
        const refusal = socket.data.frames.find(
          ({ from, type }: SocketIoFrame) => from === 'server' && type === 'error',
        )
        next(refusal && Object.assign(new Error(readMessage(refusal.data)), { data: refusal.data }))
      })
      .on('connection', (socket) => play(socket, origin))
  }
}

function readMessage(data: unknown): string {
  if (typeof data === 'string') return data
  return typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : 'refused'
}

type Acknowledge = (...values: unknown[]) => void
/** A packet, and the function that responds to it. */
interface PlayedFrame extends SocketIoFrame {
  acknowledge?: Acknowledge
}

function play(socket: Socket, origin: () => string): void {
  const frames: PlayedFrame[] = socket.data.frames.filter(({ type }: SocketIoFrame) => type !== 'connect')
  const script = createScript<PlayedFrame>({
    frames,
    send({ type, event = '', data }, answered) {
      const values = Array.isArray(data) ? data : [data]
      const filled = fillIn(values, origin())
      if (type === 'event') socket.emit(event, ...filled)
      else if (type === 'ack') answered?.acknowledge?.(...filled)
      else if (type === 'disconnect') socket.disconnect(true)
    },
    isSame: (recorded, received) =>
      recorded.type === 'event' &&
      recorded.event === received.event &&
      toValueShape(recorded.data) === toValueShape(received.data),
  })
  socket.onAny((event: string, ...values: unknown[]) => {
    const last = values.at(-1)
    const acknowledge = typeof last === 'function' ? (last as Acknowledge) : undefined // Socket.IO adds it as the last value.
    const data = acknowledge ? values.slice(0, -1) : values
    script.receive({ from: 'client', type: 'event', namespace: '', event, data, ...(acknowledge && { acknowledge }) })
  })
  script.start()
}
