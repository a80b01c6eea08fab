import { createServer } from 'node:http'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { attachSocketIo } from '../../src/node/attachSocketIo.ts'
import { toNode } from '../../src/node/toNode.ts'
import { redis } from '../../src/redis/redis.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import type { CrmMessage, CrmSettings } from './crmSettings.ts'
import { openDatabase } from './openDatabase.ts'

/**
 * A process of a CRM: its proxy over a Redis, and a database that all of its processes share. It ends in order at SIGTERM.
 * It is started from a bundle of the source.
 */
const { port, redisUrl, redisSecret, vendorUrl, vendorKey, databaseUrl, webhookSecret, leaseMs }: CrmSettings =
  JSON.parse(process.env.CRM_SETTINGS ?? '')
const database = openDatabase(databaseUrl)
const silent = (): void => {}
const tell = (message: CrmMessage): void => void process.send?.(message)

const chat = createChatProxy({
  backend: wazzupV2({ apiKey: vendorKey, baseUrl: vendorUrl, timeoutMs: 1_000, limit: false }),
  identify: identifyByCookie,
  authorizeChats: () => true,
  conversations: database.conversations,
  shared: redis({ url: redisUrl, secret: redisSecret, leaseMs }),
  webhooks: { secret: webhookSecret, onEvent: (event) => database.take({ event, processId: process.pid }) },
  limits: { messagesPerMinute: 100_000, streamsPerSecond: 10_000 },
  logger: { info: silent, warn: silent, error: silent },
})
const server = createServer(toNode(chat))
const sockets = attachSocketIo({ server, chat })
server.listen(port, '127.0.0.1', () => tell({ kind: 'ready' }))

/** A process that gets no processor for a while is paused, as far as others can tell. */
const tickMs = 50
let seenAt = performance.now()
setInterval(() => {
  const ms = performance.now() - seenAt - tickMs
  seenAt = performance.now()
  if (ms > leaseMs / 4) tell({ kind: 'stalled', ms })
}, tickMs).unref()

process.on('disconnect', () => process.exit(1)) // The test has ended.
process.on('SIGTERM', () => void end())

async function end(): Promise<void> {
  await chat.drain({ deadlineMs: 5_000 })
  await sockets.close()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await closed
  await chat.close()
  process.exit(0)
}
