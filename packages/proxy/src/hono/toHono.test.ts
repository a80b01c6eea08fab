import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestHeader } from '@crm-chat/protocol'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { countOf, readEvents } from '../../test/readEvents.ts'
import { createChatProxy } from '../createChatProxy.ts'
import { toHono } from './toHono.ts'

const cookie = 'session=ann'
const backend = createScriptedBackend()
const chat = createChatProxy({ backend, identify: identifyByCookie, limits: { lingerMs: 1 } })
const app = new Hono().all('/chat/*', toHono(chat)).get('/deals', (context) => context.text('deals'))

let server: Server
let url: string

/** `serve` replaces both. */
const { Request: ownRequest, Response: ownResponse } = globalThis

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    // `serve` makes an HTTP/1 server where nothing else is asked for.
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve()) as Server
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // A TCP server's address is no string.
})

afterAll(async () => {
  Object.assign(globalThis, { Request: ownRequest, Response: ownResponse })
  await chat.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

it('serves operations below its path, and leaves other paths to the app', async () => {
  const session = await fetch(`${url}/chat/session`, { headers: { cookie } })
  expect(await session.json()).toMatchObject({ user: { id: '1' } })
  expect(await (await fetch(`${url}/deals`)).text()).toBe('deals')
})

it('reads bodies and compares origins with the real host', async () => {
  const open = (origin: string): Promise<Response> =>
    fetch(`${url}/chat/window`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json', [requestHeader.name]: requestHeader.value },
      body: JSON.stringify({ scope: 'global' }),
    })
  expect((await open(url)).status).toBe(200)
  expect((await open('https://evil.com')).status).toBe(403)
})

it('streams events as they arrive, until the page is gone', async () => {
  const events = readEvents(await fetch(`${url}/chat/events`, { headers: { cookie } }))
  await events.next()
  await events.next()
  expect(countOf(await events.next())).toBeNull()
  backend.send('1', 3)
  expect(countOf(await events.next())).toBe(3)
  await events.cancel()
  await eventually(() => expect(backend.open.size).toBe(0))
})
