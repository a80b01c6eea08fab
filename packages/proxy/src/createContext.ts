import type { Backend } from './backend.ts'
import { systemClock } from './clock.ts'
import type { ProxyContext } from './context.ts'
import { defaultLogger } from './development.ts'
import { OperationError } from './errors.ts'
import { createEnsureUser } from './identity/createEnsureUser.ts'
import { createIdentify } from './identity/createIdentify.ts'
import { createRevocations } from './identity/createRevocations.ts'
import { createAdmission } from './limits/createAdmission.ts'
import { createOnce } from './limits/createOnce.ts'
import { createRateLimit } from './limits/createRateLimit.ts'
import { createSlots } from './limits/createSlots.ts'
import { defaultLimits, type ProxyLimits } from './limits/limits.ts'
import { createReach } from './links/createReach.ts'
import { createHub } from './live/createHub.ts'
import { createShowEvent } from './live/createShowEvent.ts'
import { keepsSockets } from './live/keepsSockets.ts'
import { createProxyLogger } from './logger.ts'
import { type ChatProxyOptions, parseOptions } from './parseOptions.ts'
import { createWebhooks } from './webhooks/createWebhooks.ts'
import { secretsOf } from './webhooks/webhooksOptions.ts'

const minuteMs = 60_000

/** Makes what the operations and sockets of one proxy share. @throws {InvalidOptionsError} */
export function createContext(options: ChatProxyOptions): ProxyContext {
  const { basePath, allowedOrigins } = parseOptions(options)
  const { backend, authorizeChats, webhooks, clock = systemClock, logger: ownLogger = defaultLogger() } = options
  const limits: ProxyLimits = { ...defaultLimits, ...options.limits }
  const redact = withoutSecrets({ redact: backend.redact, secrets: webhooks ? secretsOf(webhooks) : [] })
  const logger = createProxyLogger({ logger: ownLogger, redact, clock })
  const revocations = createRevocations()
  const { hookTimeoutMs: timeoutMs, streamsPerSecond } = limits
  const identify = createIdentify({ identify: options.identify, clock, timeoutMs, logger, revocations })
  const hub = createHub({ watch: toWatch(backend), clock, identify, limits, logger })
  return {
    backend,
    basePath,
    allowedOrigins,
    limits,
    clock,
    logger,
    admission: createAdmission({ clock, maxRequests: limits.requests, streamsPerSecond }),
    identify,
    revocations,
    authorizeChats,
    authorizeRecipient: options.authorizeRecipient,
    adminRoles: options.adminRoles ?? ['admin'],
    enabled: options.enable ?? [],
    files: options.files,
    conversations: options.conversations,
    slots: createSlots({ perKey: limits.requestsPerUser }),
    counts: {
      windowsPerMinute: createRateLimit({ clock, max: limits.windowsPerMinute, perMs: minuteMs }),
      messagesPerMinute: createRateLimit({ clock, max: limits.messagesPerMinute, perMs: minuteMs }),
      filesPerMinute: createRateLimit({ clock, max: limits.filesPerMinute, perMs: minuteMs }),
    },
    uploads: createSlots({ perKey: limits.uploads }),
    once: createOnce({ clock }),
    reach: createReach({ backend, clock }),
    ensureUser:
      options.ensureUser && backend.saveUser ? createEnsureUser({ saveUser: backend.saveUser, clock }) : undefined,
    hub,
    receiver:
      webhooks &&
      createWebhooks({
        backend,
        options: webhooks,
        conversations: options.conversations,
        showEvent: createShowEvent({
          hub,
          authorizeChats,
          recipients: webhooks.recipients,
          adminRoles: options.adminRoles ?? ['admin'],
          clock,
          timeoutMs,
          logger,
        }),
        maxDeliveries: limits.webhooks,
        clock,
        logger,
      }),
    socketServers: new Set(),
  }
}

/** Takes the receiver's address out of log lines, too: whoever knows it can send events. */
function withoutSecrets({
  redact,
  secrets,
}: {
  redact: Backend['redact']
  secrets: readonly string[]
}): Backend['redact'] {
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), redact(text))
}

/** Returns the vendor's counter, or a function that reports that the vendor has none. */
function toWatch({ name, watchUnanswered }: Backend): NonNullable<Backend['watchUnanswered']> {
  if (watchUnanswered && keepsSockets()) return watchUnanswered
  const message = watchUnanswered
    ? 'The runtime of this server keeps no sockets open, so there is no counter of unanswered messages.'
    : `${name} has no counter of unanswered messages.`
  return () => {
    throw new OperationError({ code: 'not_supported', message })
  }
}
