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

/** A clock that stands, and its appointments. */
function createStillClock(): { clock: Clock; appointments: Set<() => void> } {
  const clock = createClock({ mode: 'frozen' })
  const appointments = new Set<() => void>()
  const schedule: Clock['schedule'] = (at, task) => {
    appointments.add(task)
    const callOff = clock.schedule(at, task)
    return () => {
      appointments.delete(task)
      callOff()
    }
  }
  return { clock: { ...clock, schedule }, appointments }
}

/** A response whose client has asked, and leaves when it is told to. */
async function openResponse(): Promise<{ outgoing: ServerResponse; leave: () => Promise<unknown> }> {
  const server = createServer()
  const port = await listen(server, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => void server.close())
  const asked = once(server, 'request')
  const client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
  onTestFinished(() => void client.destroy())
  const [, outgoing] = await asked
  return {
    outgoing,
    leave: () => {
      client.destroy()
      return once(outgoing, 'close')
    },
  }
}

/** The context of a request that is answered with a response. */
async function toContext(outgoing: ServerResponse): Promise<Context> {
  let found: Context | undefined
  const app = new Hono<{ Bindings: HttpBindings }>().get('/', (context) => {
    found = context
    return context.body(null)
  })
  await app.request('/', {}, { outgoing })
  if (!found) throw new Error('The route was not asked.')
  return found
}

async function apply({
  outgoing,
  clock = createStillClock().clock,
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

const answer = (): Response => new Response('{"a": "long answer"}')

describe('an answer that is cut in the middle', () => {
  it('is over when its client has left before', async () => {
    const { outgoing, leave } = await openResponse()
    const act = async (): Promise<Response> => {
      await leave()
      return answer()
    }
    await apply({ fault: { kind: 'truncate' }, outgoing, act })
    expect(outgoing.headersSent).toBe(false)
  })

  it('is over when its client leaves while it is written', async () => {
    const { outgoing, leave } = await openResponse()
    const long = 'x'.repeat(16 * 1024 * 1024) // More than the network takes of a client that does not read.
    const cut = apply({ fault: { kind: 'truncate' }, outgoing, act: async () => new Response(long) })
    await expect.poll(() => outgoing.headersSent).toBe(true)
    await leave()
    await cut
    expect(outgoing.destroyed).toBe(true)
  })
})

describe('an answer that drips', () => {
  it('stops when its client leaves', async () => {
    const { outgoing } = await openResponse()
    const { clock, appointments } = createStillClock()
    const fault = { kind: 'drip', bytes: 1, everyMs: 1_000 } as const
    const { body } = await apply({ fault, outgoing, clock, act: async () => answer() })
    const reader = body?.getReader()
    expect(await reader?.read()).toMatchObject({ done: false })
    await expect.poll(() => appointments.size).toBe(1)
    await reader?.cancel()
    expect(appointments.size).toBe(0)
  })
})
