import { type WebSocket, WebSocketServer } from 'ws'
import type { Upgrade } from '../../server/http/routeUpgrades.ts'
import { createRedaction } from '../redaction/createRedaction.ts'
import { createScript } from './createScript.ts'
import { fillIn } from './fillIn.ts'
import type { WebSocketFixture } from './fixture.ts'
import type { NamedFixture } from './readFixtures.ts'
import { redactBody } from './redactBody.ts'
import { maxFrameBytes, refuseUpgrade, toBuffer } from './relaySocket.ts'
import { takeInTurn } from './takeInTurn.ts'
import { toBodyShape } from './toBodyShape.ts'

type Frame = WebSocketFixture['frames'][number]

/**
 * Replays WebSockets: each connection to a path gets the next recorded conversation.
 * @returns a function that takes a WebSocket
 */
export function replayWebSockets({
  fixtures,
  origin,
}: {
  fixtures: NamedFixture<'websocket'>[]
  origin: () => string
}): (...upgrade: Upgrade) => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes })
  const conversations = new Map<string, () => NamedFixture<'websocket'> | undefined>()
  for (const key of new Set(fixtures.map(toKey)))
    conversations.set(key, takeInTurn(fixtures.filter((fixture) => toKey(fixture) === key)))

  return (request, connection, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://replay')
    const redaction = createRedaction()
    const path = redaction.route(pathname)
    const fixture = conversations.get(toKey({ path, query: redaction.fields(searchParams) }))?.()
    if (!fixture) {
      const error = { code: 'NO_FIXTURE', description: 'No WebSocket was recorded at this path.' }
      refuseUpgrade(connection, 501, JSON.stringify({ error }))
    } else if (fixture.refused !== undefined) refuseUpgrade(connection, fixture.refused)
    else sockets.handleUpgrade(request, connection, head, (socket) => play({ socket, fixture, origin: origin() }))
  }
}

function toKey({ path, query }: Pick<WebSocketFixture, 'path' | 'query'>): string {
  return JSON.stringify([path, Object.keys(query).toSorted()])
}

function play({ socket, fixture, origin }: { socket: WebSocket; fixture: WebSocketFixture; origin: string }): void {
  const script = createScript<Frame>({
    frames: fixture.frames,
    send({ body }) {
      if (body.kind === 'json') socket.send(JSON.stringify(fillIn(body.value, origin)))
      else if (body.kind === 'text') socket.send(fillIn(body.text, origin))
      else if (body.kind === 'bytes') socket.send(Buffer.alloc(Math.min(body.length, maxFrameBytes)))
    },
    isSame: (recorded, received) => toBodyShape(recorded.body) === toBodyShape(received.body),
    onEnd() {
      const code = fixture.closed
      if (code !== undefined && code >= 1000 && code < 5000 && ![1004, 1005, 1006, 1015].includes(code))
        socket.close(code)
    },
  })
  socket.on('error', () => socket.terminate())
  socket.on('message', (data, isBinary) => {
    const bytes = toBuffer(data)
    const mediaType = isBinary ? 'application/octet-stream' : 'text/plain'
    script.receive({ from: 'client', body: redactBody({ bytes, length: bytes.length, mediaType }, createRedaction()) })
  })
  script.start()
}
