import * as z from 'zod'

/** Body of a recorded request or response. `{{origin}}` and `{{host}}` stand for the service's own address. */
export const fixtureBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('json'), value: z.unknown() }),
  z.strictObject({ kind: z.literal('form'), fields: z.record(z.string(), z.array(z.string())) }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** A file: its content is not kept. */
  z.strictObject({ kind: z.literal('bytes'), length: z.int().min(0) }),
])
/** Body of a recorded request or response. */
export type FixtureBody = z.output<typeof fixtureBodySchema>

const headersSchema = z.record(z.string(), z.string())

const httpFixtureSchema = z.strictObject({
  kind: z.literal('http'),
  request: z.strictObject({
    method: z.string(),
    /** The vendor's route, e.g. `/v2/users/:id`; for another path, the path. */
    route: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.array(z.string())),
    headers: headersSchema,
    body: fixtureBodySchema,
  }),
  response: z.strictObject({ status: z.int().min(100).max(599), headers: headersSchema, body: fixtureBodySchema }),
})
/** A recorded request and its response. */
export type HttpFixture = z.output<typeof httpFixtureSchema>

const socketIoFrameSchema = z.strictObject({
  from: z.enum(['client', 'server']),
  type: z.enum(['connect', 'disconnect', 'event', 'ack', 'error', 'other']),
  namespace: z.string(),
  event: z.string().optional(),
  /** Number by which a response names its event. */
  id: z.int().min(0).optional(),
  data: z.unknown().optional(),
})
/** A packet of Socket.IO. */
export type SocketIoFrame = z.output<typeof socketIoFrameSchema>

const socketIoFixtureSchema = z.strictObject({
  kind: z.literal('socket.io'),
  path: z.string(),
  /** Version of Engine.IO: 3 for clients of Socket.IO 2, else 4. */
  protocol: z.int(),
  frames: z.array(socketIoFrameSchema),
})
/** A recorded connection of Socket.IO, over polling, a WebSocket, or one after the other. */
export type SocketIoFixture = z.output<typeof socketIoFixtureSchema>

const webSocketFixtureSchema = z.strictObject({
  kind: z.literal('websocket'),
  path: z.string(),
  query: z.record(z.string(), z.array(z.string())),
  /** Status with which the upgrade was refused. */
  refused: z.int().optional(),
  frames: z.array(z.strictObject({ from: z.enum(['client', 'server']), body: fixtureBodySchema })),
  /** Close code, if the server closed the socket. */
  closed: z.int().optional(),
})
/** A recorded WebSocket. */
export type WebSocketFixture = z.output<typeof webSocketFixtureSchema>

/** One recorded exchange: the content of one file. */
export const fixtureSchema = z.discriminatedUnion('kind', [
  httpFixtureSchema,
  socketIoFixtureSchema,
  webSocketFixtureSchema,
])
/** One recorded exchange. */
export type Fixture = z.output<typeof fixtureSchema>
