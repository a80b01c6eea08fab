import { visibilityHeader } from '@crm-chat/protocol'
import { OperationError } from '../src/errors.ts'
import type { ChatRequest } from '../src/http/exchange.ts'
import type { ChatUser } from '../src/identity/chatUser.ts'
import { createHub, type Hub, type HubParameters } from '../src/live/createHub.ts'
import { EventStream } from '../src/live/EventStream.ts'
import { createProxyLogger } from '../src/logger.ts'
import { createFakeClock, type FakeClock } from './createFakeClock.ts'
import { createLog } from './createLog.ts'
import { createScriptedBackend, type ScriptedBackend } from './createScriptedBackend.ts'
import { createSink, type TestSink } from './createSink.ts'

/** A hub with a fake clock, a scripted vendor and a CRM whose sessions a test controls. */
export interface TestHub {
  hub: Hub
  clock: FakeClock
  backend: ScriptedBackend
  log: ReturnType<typeof createLog>
  /** Opens a live stream of a user, from a page that says whether it is seen. */
  open: (userId: string, options?: { visible?: '0' | '1'; roles?: string[] }) => TestSink
  /** Replaces the CRM's lookup of sessions. Its first answer is always the user who opened the stream. */
  identifyWith: (identify: (userId: string) => ChatUser | null | Promise<ChatUser | null>) => void
  /** Number of lookups so far. */
  checks: () => number
}

/** Makes a {@link TestHub}. */
export function createTestHub({ limits, ...options }: Partial<HubParameters> = {}): TestHub {
  const clock = createFakeClock()
  const backend = createScriptedBackend()
  const log = createLog()
  const users = new WeakMap<ChatRequest, string>()
  let identify: Parameters<TestHub['identifyWith']>[0] = (id) => ({ id, name: id })
  let checks = 0
  const hub = createHub({
    watch: backend.watchUnanswered,
    clock,
    limits: { lingerMs: 20_000, sessionCheckMs: 60_000, connectionsPerUser: 20, ...limits },
    logger: createProxyLogger({ logger: log, redact: backend.redact, clock }),
    identify: async (request) => {
      checks += 1
      const user = await identify(users.get(request) ?? '')
      if (user) return user
      throw new OperationError({ code: 'unauthenticated', message: 'Nobody.' })
    },
    ...options,
  })
  return {
    hub,
    clock,
    backend,
    log,
    open: (userId, { visible, roles } = {}) => {
      const sink = createSink()
      const header = (name: string): string | undefined => (name === visibilityHeader ? visible : undefined)
      const request = { header } as ChatRequest // Nothing else of it is read.
      users.set(request, userId)
      const session = { userId, serverTime: '2030-01-01T00:00:00.000Z' }
      const connection = new EventStream({ request, sink, session })
      sink.onClose(() => hub.detach(connection))
      sink.onDrain(() => hub.resume(connection))
      hub.attach({ connection, user: { id: userId, name: userId, roles } })
      return sink
    },
    identifyWith: (next) => {
      identify = next
    },
    checks: () => checks,
  }
}

/** The counts that a sink has received, in order; null for an unknown one. */
export function countsOf(sink: TestSink): (number | null)[] {
  return [...sink.text().matchAll(/^event: unanswered\nid: .*\ndata: (.*)$/gm)].map(
    ([, data = '{}']) => JSON.parse(data).count,
  )
}
