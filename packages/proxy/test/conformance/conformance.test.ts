import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { createFakeClock } from '../createFakeClock.ts'
import { createLog } from '../createLog.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { allowedOrigin } from './allowedOrigin.ts'
import type { ConformanceCase, ProcessCase } from './case.ts'
import type { Host } from './host.ts'
import { express4Host, expressHost } from './hosts/express.ts'
import { fastifyHost } from './hosts/fastify.ts'
import { honoHost } from './hosts/hono.ts'
import { koaHost } from './hosts/koa.ts'
import { nodeHost } from './hosts/node.ts'
import { fetchHost, nextHost } from './hosts/web.ts'
import { createPage } from './page.ts'
import { parsedCases, requestCases } from './requestCases.ts'
import { type ConformanceVendor, startVendor } from './startVendor.ts'
import { processCases, streamCases } from './streamCases.ts'

const hosts = [nodeHost, expressHost, express4Host, fastifyHost, koaHost, honoHost, fetchHost, nextHost]
const cases: (ConformanceCase | ProcessCase)[] = [...requestCases, ...streamCases, ...processCases]

let vendor: ConformanceVendor
let close: () => Promise<unknown> = async () => {}

beforeAll(async () => {
  vendor = await startVendor()
})

afterEach(async () => {
  await close()
  vendor.reset()
})

/** Hono replaces both. */
const { Request: ownRequest, Response: ownResponse } = globalThis

afterAll(async () => {
  Object.assign(globalThis, { Request: ownRequest, Response: ownResponse })
  await vendor.close()
})

describe.each(hosts)('$name', (host) => {
  const all = host.hasParser ? [...cases, ...parsedCases] : cases
  it.each(all)('$title', (conformanceCase) => run({ host, conformanceCase }))
})

async function run({
  host,
  conformanceCase,
}: {
  host: Host
  conformanceCase: ConformanceCase | ProcessCase
}): Promise<void> {
  const { parsed = false, compressed = false, prefix } = conformanceCase
  const clock = createFakeClock()
  const log = createLog()
  const isFrozen = 'frozen' in conformanceCase && conformanceCase.frozen
  const basePath = `${prefix ?? ''}/chat`
  const chat = createChatProxy({
    backend: wazzupV2({ apiKey: 'key', baseUrl: vendor.url }),
    identify: identifyByCookie,
    basePath,
    allowedOrigins: [allowedOrigin],
    limits: { lingerMs: 1 },
    logger: log,
    ...(isFrozen && { clock }),
  })
  const server = await host.serve({ chat, parsed, compressed, prefix })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => stop({ chat, server })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // A TCP server's address is no string.
  await conformanceCase.run({ url, basePath, page: createPage(url), vendor, chat, server, log, clock })
}

async function stop({ chat, server }: { chat: ChatProxy; server: Awaited<ReturnType<Host['serve']>> }): Promise<void> {
  await chat.close()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
