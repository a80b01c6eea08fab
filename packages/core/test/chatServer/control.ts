import type { IncomingMessage, ServerResponse } from 'node:http'
import { toEvent } from './operations.ts'
import type { World } from './world.ts'

/** Order of a test to its world. It comes from our own tests, so its shape is not checked. */
export type WorldOrder =
  | { order: 'set'; settings: Partial<World['settings']> }
  | { order: 'write'; text: string }
  | { order: 'drop' }
  | { order: 'post'; message: unknown; from: MessageSource }

/** Sender of a message: the frame, a frame inside it, or the frame with its draft as the data. */
export type MessageSource = 'frame' | 'child' | 'draft'

/** A test's view of its world. */
export interface WorldView {
  requests: World['requests']
  openStreams: number
  mostStreams: number
  openFrames: number
  frameLoads: string[]
  linkChecks: string[]
}

/** Executes an order of a test, and returns its view of the world. */
export function handleControl({
  world,
  request,
  response,
  body,
}: {
  world: World
  request: IncomingMessage
  response: ServerResponse
  body: string
}): void {
  if (request.method === 'POST') execute({ world, order: JSON.parse(body) })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(view(world)))
}

function execute({ world, order }: { world: World; order: WorldOrder }): void {
  if (order.order === 'set') setWorld({ world, settings: order.settings })
  if (order.order === 'write') for (const stream of world.streams) stream.write(order.text)
  if (order.order === 'drop') for (const stream of world.streams) stream.destroy()
  if (order.order === 'post') {
    for (const frame of world.frames) frame.write(`data: ${JSON.stringify(order)}\n\n`)
  }
}

/** Changes settings. A new value goes to every stream, as from the proxy. */
function setWorld({ world, settings }: { world: World; settings: Partial<World['settings']> }): void {
  Object.assign(world.settings, settings)
  if (settings.check === 'resets') for (const socket of world.hangingChecks) socket.resetAndDestroy()
  if (!settings.unanswered || world.settings.stream === 'silent') return
  for (const stream of world.streams) stream.write(toEvent('unanswered', settings.unanswered))
}

function view({ requests, streams, mostStreams, frames, frameLoads, linkChecks }: World): WorldView {
  return { requests, openStreams: streams.size, mostStreams, openFrames: frames.size, frameLoads, linkChecks }
}
