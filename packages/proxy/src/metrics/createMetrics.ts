import type { ErrorCode, Operation } from '@crm-chat/protocol'
import type { ProxyHealth } from '../live/sumHealth.ts'
import type { SharedHealth } from '../processes/sharedState.ts'
import { createCounter, toHead } from './createCounter.ts'
import { createHistogram } from './createHistogram.ts'

/** Outcome of a request or a call to the vendor: `cancelled` where the browser left before its response. */
export type OutcomeCode = ErrorCode | 'ok' | 'cancelled'

/** Numbers of one proxy, with all its tenants. Noting something costs an addition. */
export interface Metrics {
  request: (request: { operation: Operation | undefined; code: OutcomeCode; ms: number }) => void
  /** A call of the backend, e.g. `windows.create`. */
  vendorCall: (call: { call: string; code: OutcomeCode; ms: number }) => void
  /** An event of the vendor's webhooks. */
  webhookEvent: (outcome: 'handled' | 'duplicate' | 'failed') => void
  /** A page was too slow for an event, and is told to come back. */
  dropped: () => void
  /** Writes everything in the text format of Prometheus. */
  write: (now: { health: ProxyHealth; leftAlone: number; tenants: number }) => string
}

const send = 'messages.send'

/** Makes {@link Metrics}. */
export function createMetrics(): Metrics {
  const requests = createCounter({
    name: 'crm_chat_requests_total',
    help: 'Requests of browsers and webhooks of the vendor, by operation and code.',
    labels: ['operation', 'code'],
  })
  const durations = createHistogram({
    name: 'crm_chat_request_duration_seconds',
    help: 'Time until a response begins.',
    label: 'operation',
  })
  const vendorCalls = createCounter({
    name: 'crm_chat_vendor_requests_total',
    help: 'Calls to the vendor, by outcome.',
    labels: ['call', 'code'],
  })
  const vendorDurations = createHistogram({
    name: 'crm_chat_vendor_request_duration_seconds',
    help: 'Time until the vendor has responded.',
    label: 'call',
  })
  const sends = createCounter({
    name: 'crm_chat_sends_total',
    help: 'Messages given to the vendor, by outcome.',
    labels: ['code'],
    initial: [['ok'], ['outcome_unknown']],
  })
  const webhookEvents = createCounter({
    name: 'crm_chat_webhook_events_total',
    help: 'Events of webhooks: handled, known already, or left for the next try of the vendor.',
    labels: ['outcome'],
    initial: [['handled'], ['duplicate'], ['failed']],
  })
  const droppedEvents = createCounter({
    name: 'crm_chat_events_dropped_total',
    help: 'Events that a page did not read in time. It reads what it shows anew.',
    labels: [],
    initial: [[]],
  })
  return {
    request: ({ operation = 'none', code, ms }) => {
      requests.add(operation, code)
      durations.observe(operation, ms / 1_000)
    },
    vendorCall: ({ call, code, ms }) => {
      vendorCalls.add(call, code)
      vendorDurations.observe(call, ms / 1_000)
      if (call === send) sends.add(code)
    },
    webhookEvent: (outcome) => webhookEvents.add(outcome),
    dropped: () => droppedEvents.add(),
    write: ({ health, leftAlone, tenants }) => {
      const counters = [requests, durations, vendorCalls, vendorDurations, sends, webhookEvents, droppedEvents]
      const { streams, sockets, users, waiting, silent, shared } = health
      const gauges: [name: string, help: string, value: number][] = [
        ['crm_chat_streams', 'Live streams of server-sent events.', streams],
        ['crm_chat_sockets', 'Live sockets.', sockets],
        ['crm_chat_users', 'Users whose counter is open at the vendor.', users],
        ['crm_chat_waiting_users', 'Users of whom the vendor has sent no number so far.', waiting],
        ['crm_chat_silent_users', 'Users of whom the vendor has sent nothing for 10 s.', silent],
        ['crm_chat_breakers_open', 'Accounts at the vendor that are left alone for a while.', leftAlone],
        ['crm_chat_tenants', 'Tenants in memory, the users without one included.', tenants],
      ]
      const lines = [
        ...counters.flatMap((metric) => metric.lines()),
        ...gauges.flatMap(([name, help, value]) => toLines({ name, help, type: 'gauge', value })),
        ...(shared ? toSharedLines(shared) : []),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

/** Writes the state of the place where several processes meet. */
function toSharedLines({ status, ignored }: SharedHealth): string[] {
  return [
    ...toLines({
      name: 'crm_chat_shared_connected',
      help: '1 while this process reaches the others, 0 while it goes on alone.',
      type: 'gauge',
      value: status === 'connected' ? 1 : 0,
    }),
    ...toLines({
      name: 'crm_chat_shared_ignored_total',
      help: 'Messages between processes that were ignored: not sealed, malformed, too old, or played again.',
      type: 'counter',
      value: ignored,
    }),
  ]
}

function toLines({ value, ...head }: Parameters<typeof toHead>[0] & { value: number }): string[] {
  return [...toHead(head), `${head.name} ${value}`]
}
