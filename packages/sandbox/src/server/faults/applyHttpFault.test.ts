import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Clock, createClock } from '../../store/clock/createClock.ts'
import { listen } from '../http/listen.ts'
import { applyHttpFault } from './applyHttpFault.ts'
import type { HttpFault } from './fault.ts'

/** A frozen clock, and the tasks scheduled on it. */
function createFrozenClock(): { clock: Clock; tasks: Set<() => void> } {
  const clock = createClock({ mode: 'frozen' })
  const tasks = new Set<() => void>()
  const schedule: Clock['schedule'] = (at, task) => {
    tasks.add(task)
    const cancel = clock.schedule(at, task)
    return () => {
      tasks.delete(task)
      cancel()
    }
  }
  return { clock: { ...clock, schedule }, tasks }
}

/** A response to a client that disconnects on demand. */
async function openResponse(): Promise<{ outgoing: ServerResponse; disconnect: () => Promise<unknown> }> {
  const server = createServer()
  const port = await listen(server, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => void server.close())
  const asked = once(server, 'request')
  const client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
  onTestFinished(() => void client.destroy())
  const [, outgoing] = await asked
  return {
    outgoing,
    disconnect: () => {
      client.destroy()
      return once(outgoing, 'close')
    },
  }
}

/** Hono's context of a request with this response. */
async function toContext(outgoing: ServerResponse): Promise<Context> {
  let found: Context | undefined
  const app = new Hono<{ Bindings: HttpBindings }>().get('/', (context) => {
    found = context
    return context.body(null)
  })
  await app.request('/', {}, { outgoing })
  if (!found) throw new Error('The route was not called.')
  return found
}

async function apply({
  outgoing,
  clock = createFrozenClock().clock,
  ...rest
}: {
  fault: HttpFault
  outgoing: ServerResponse
  clock?: Clock
  act: () => Promise<Response>
}): Promise<Response> {
  const context = await toContext(outgoing)
  return applyHttpFault({ ...rest, context, clock, refuse: () => new Response(null, { status: 500 }) })
}

const respond = (): Response => new Response('{"a": "long answer"}')

describe('a truncated response', () => {
  it('ends when its client has disconnected before it starts', async () => {
    const { outgoing, disconnect } = await openResponse()
    const act = async (): Promise<Response> => {
      await disconnect()
      return respond()
    }
    await apply({ fault: { kind: 'truncate' }, outgoing, act })
    expect(outgoing.headersSent).toBe(false)
  })

  it('ends when its client disconnects during the write', async () => {
    const { outgoing, disconnect } = await openResponse()
    const long = 'x'.repeat(16 * 1024 * 1024) // More than the network takes of a client that does not read.
    const cut = apply({ fault: { kind: 'truncate' }, outgoing, act: async () => new Response(long) })
    await expect.poll(() => outgoing.headersSent).toBe(true)
    await disconnect()
    await cut
    expect(outgoing.destroyed).toBe(true)
  })
})

describe('a dripping response', () => {
  it('stops when its client disconnects', async () => {
    const { outgoing } = await openResponse()
    const { clock, tasks } = createFrozenClock()
    const fault = { kind: 'drip', bytes: 1, everyMs: 1_000 } as const
    const { body } = await apply({ fault, outgoing, clock, act: async () => respond() })
    const reader = body?.getReader()
    expect(await reader?.read()).toMatchObject({ done: false })
    await expect.poll(() => tasks.size).toBe(1)
    await reader?.cancel()
    expect(tasks.size).toBe(0)
  })
})
