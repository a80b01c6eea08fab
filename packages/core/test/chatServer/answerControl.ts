import type { IncomingMessage, ServerResponse } from 'node:http'
import { toEvent } from './answerOperation.ts'
import type { World } from './world.ts'

/** What a test may tell its world. It comes from our own tests, so its shape is taken on trust. */
export type WorldOrder =
  | { order: 'set'; settings: Partial<World['settings']> }
  | { order: 'write'; text: string }
  | { order: 'drop' }
  | { order: 'post'; message: unknown; from: 'frame' | 'child' }

/** What a test may see of its world. */
export interface WorldView {
  requests: World['requests']
  openStreams: number
  openFrames: number
  frameLoads: string[]
}

/** Obeys a test, or shows it what happened. */
export function answerControl({
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
  if (request.method === 'POST') obey({ world, order: JSON.parse(body) })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(view(world)))
}

function obey({ world, order }: { world: World; order: WorldOrder }): void {
  if (order.order === 'set') setWorld({ world, settings: order.settings })
  if (order.order === 'write') for (const stream of world.streams) stream.write(order.text)
  if (order.order === 'drop') for (const stream of world.streams) stream.destroy()
  if (order.order === 'post') {
    for (const frame of world.frames) frame.write(`data: ${JSON.stringify(order)}\n\n`)
  }
}

/** Streams hear of a new value, as from the proxy. */
function setWorld({ world, settings }: { world: World; settings: Partial<World['settings']> }): void {
  Object.assign(world.settings, settings)
  if (!settings.unanswered || world.settings.stream === 'silent') return
  for (const stream of world.streams) stream.write(toEvent(settings.unanswered))
}

function view({ requests, streams, frames, frameLoads }: World): WorldView {
  return { requests, openStreams: streams.size, openFrames: frames.size, frameLoads }
}
