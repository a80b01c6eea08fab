import { compileFunction } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConformanceVendor, startVendor } from '../conformance/startVendor.ts'
import { get, post } from '../requests.ts'
import { createBundle } from './createBundle.ts'
import type { worker } from './worker.ts'

let vendor: ConformanceVendor
let fetchFromWorker: (request: Request) => Promise<Response>

/** Names that Node has and the web has not. */
const nodeNames = ['process', 'Buffer', 'global', 'require', 'setImmediate']

beforeAll(async () => {
  vendor = await startVendor()
  const run = compileFunction(`${await createBundle('iife')}; return bundle`, ['globalThis', ...nodeNames])
  const { fetch, Request, Response, Headers } = globalThis
  const bundle: { worker: typeof worker } = run({ fetch, Request, Response, Headers }) // All of Node's names are undefined.
  fetchFromWorker = (request) => bundle.worker.fetch(request, { VENDOR_URL: vendor.url })
})

afterAll(() => vendor.close())

it('serves windows without any of Node’s modules', async () => {
  const response = await fetchFromWorker(post('/chat/window', { scope: 'global' }))
  expect(await response.json()).toMatchObject({ origin: 'http://127.0.0.1:9' })
  expect(vendor.requested()).toBe(1)
})

it('offers no counter where no socket can be kept', async () => {
  const session = await fetchFromWorker(get('/chat/session'))
  expect(await session.json()).toMatchObject({ capabilities: ['window', 'channels'] })
  for (const path of ['/chat/events', '/chat/unanswered']) {
    const response = await fetchFromWorker(get(path))
    expect(response.status).toBe(501)
    expect(await response.json()).toMatchObject({ error: { code: 'not_supported' } })
  }
})
