import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { Backend } from './backend.ts'
import { type Clock, systemClock } from './clock.ts'
import type { ProxyContext, Tenants } from './context.ts'
import type { ConversationStore } from './conversations/conversationStore.ts'
import { createRecorder, type Recorder } from './conversations/createRecorder.ts'
import type { StoredMessage } from './conversations/messageUpdate.ts'
import { createHidden } from './createHidden.ts'
import { createTenants } from './createTenants.ts'
import { describeError } from './describeError.ts'
import { defaultLogger } from './development.ts'
import { InvalidOptionsError, OperationError } from './errors.ts'
import { createEnsureUser } from './identity/createEnsureUser.ts'
import { createIdentify } from './identity/createIdentify.ts'
import { createRevocations } from './identity/createRevocations.ts'
import { ofTenant } from './identity/ofTenant.ts'
import { createAdmission } from './limits/createAdmission.ts'
import { createOnce } from './limits/createOnce.ts'
import { createRateLimit } from './limits/createRateLimit.ts'
import { createSlots } from './limits/createSlots.ts'
import { defaultLimits, type ProxyLimits } from './limits/limits.ts'
import { createLook } from './links/createLook.ts'
import { createReach } from './links/createReach.ts'
import { createHub } from './live/createHub.ts'
import { createShow } from './live/createShow.ts'
import { createShowEvent, type ShowEvent } from './live/createShowEvent.ts'
import { keepsSockets } from './live/keepsSockets.ts'
import { createProxyLogger, type ProxyLogger } from './logger.ts'
import { createMetrics } from './metrics/createMetrics.ts'
import { observeBackend } from './metrics/observeBackend.ts'
import { type ChatProxyOptions, parseOptions } from './parseOptions.ts'
import { ofTenant as othersOf } from './processes/ofTenant.ts'
import { openShared } from './processes/openShared.ts'
import { receiveMessage } from './processes/receiveMessage.ts'
import { loadTracer } from './tracing/loadTracer.ts'
import { createTrace } from './tracing/tracer.ts'
import { createSecretCheck } from './webhooks/createSecretCheck.ts'
import { createWebhooks } from './webhooks/createWebhooks.ts'
import { tenantSecretsOf } from './webhooks/tenantSecrets.ts'
import { secretsOf } from './webhooks/webhooksOptions.ts'

const minuteMs = 60_000

/** Things that all tenants of one proxy share. Nothing of them holds what belongs to a user. */
type Shared = Pick<
  ProxyContext,
  | 'basePath'
  | 'webhookSecrets'
  | 'allowedOrigins'
  | 'limits'
  | 'clock'
  | 'admission'
  | 'revocations'
  | 'uploads'
  | 'once'
  | 'shared'
  | 'socketServers'
  | 'metrics'
  | 'trace'
  | 'hide'
> & { options: ChatProxyOptions; tenants: Tenants; redactHidden: (text: string) => string }

/** Makes what the operations and sockets of one proxy share. @throws {InvalidOptionsError} */
export function createContext(options: ChatProxyOptions): ProxyContext {
  const { basePath, allowedOrigins } = parseOptions(options)
  const { clock = systemClock, logger = defaultLogger() } = options
  const limits: ProxyLimits = { ...defaultLimits, ...options.limits }
  const { hide, redact: redactHidden } = createHidden()
  const tracer = loadTracer({
    tracing: options.tracing,
    logger: createProxyLogger({ logger, redact: (text) => text, clock }),
  })
  const revocations = createRevocations()
  const others = openShared({
    options,
    clock,
    onMessage: (message) => receiveMessage({ message, tenants, revocations }),
    onBack: () => {
      for (const { hub } of tenants.all()) hub.refresh()
    },
  })
  const shared: Omit<Shared, 'tenants'> = {
    options,
    shared: others,
    basePath,
    allowedOrigins,
    limits,
    clock,
    admission: createAdmission({ clock, maxRequests: limits.requests, streamsPerSecond: limits.streamsPerSecond }),
    revocations,
    webhookSecrets: options.webhooks ? secretsOf(options.webhooks) : [],
    uploads: createSlots({ perKey: limits.uploads }),
    once: createOnce({ clock, ledger: others?.ledger }),
    socketServers: new Set(),
    metrics: createMetrics(),
    trace: createTrace(tracer),
    hide,
    redactHidden,
  }
  const tenants = createTenants({
    open: (tenant) => createOwn({ shared: { ...shared, tenants }, tenant }),
    max: limits.tenants,
    clock,
  })
  try {
    return tenants.root()
  } catch (error) {
    void others?.close() // The next request begins anew.
    throw error
  }
}

/** Makes the context of one tenant, or of the only one. */
function createOwn({ shared, tenant }: { shared: Shared; tenant: string | undefined }): ProxyContext {
  const { options, limits, clock, metrics, trace } = shared
  const backend = observeBackend({ backend: backendOf({ backend: options.backend, tenant }), metrics, trace, clock })
  const conversations = conversationsOf({ options, tenant })
  const { authorizeChats, adminRoles = ['admin'] } = options
  const logger = createLogger({ options, backend, clock, redactHidden: shared.redactHidden })
  const { hookTimeoutMs: timeoutMs } = limits
  const identify = createIdentify({
    identify: options.identify,
    clock,
    timeoutMs,
    logger,
    revocations: shared.revocations,
  })
  const others = shared.shared && othersOf({ shared: shared.shared, tenant })
  const hub = createHub({
    lastValues: others?.lastValues,
    watch: toWatch(backend),
    clock,
    identify: ofTenant({ identify, tenant }),
    limits,
    logger,
    onDropped: metrics.dropped,
  })
  const show = createShow({ hub, authorizeChats, adminRoles, clock, timeoutMs, logger })
  const showEvent = createShowEvent({
    explain: (event) => backend.webhooks?.explain?.(event),
    show: (event) => {
      show(event) // The pages of this process first.
      others?.publishEvent(event)
    },
    isWatched: () => others !== undefined || !hub.users()[Symbol.iterator]().next().done,
    recipients: options.webhooks?.recipients && ((event) => options.webhooks?.recipients?.(event, { tenant })),
    clock,
    timeoutMs,
    logger,
  })
  return {
    ...shared,
    others,
    show,
    tenant,
    backend,
    logger,
    identify,
    authorizeChats,
    authorizeRecipient: options.authorizeRecipient,
    adminRoles,
    enabled: options.enable ?? [],
    files: options.files,
    conversations,
    recorder:
      conversations && !backend.conversation
        ? openRecorder({ backend, conversations, showEvent, clock, logger })
        : undefined,
    slots: createSlots({ perKey: limits.requestsPerUser }),
    counts: {
      windowsPerMinute: createRateLimit({ clock, max: limits.windowsPerMinute, perMs: minuteMs }),
      messagesPerMinute: createRateLimit({ clock, max: limits.messagesPerMinute, perMs: minuteMs }),
      filesPerMinute: createRateLimit({ clock, max: limits.filesPerMinute, perMs: minuteMs }),
    },
    reach: createReach({ backend, clock }),
    look: (options.looks ?? backend.isPrivate) ? createLook({ backend, clock, metrics }) : undefined,
    ensureUser:
      options.ensureUser && backend.saveUser ? createEnsureUser({ saveUser: backend.saveUser, clock }) : undefined,
    hub,
    receiver:
      options.webhooks &&
      createWebhooks({
        backend,
        options: options.webhooks,
        isSecret: createSecretCheck(tenantSecretsOf({ secrets: shared.webhookSecrets, tenant })),
        tenant,
        conversations,
        showEvent,
        metrics,
        maxDeliveries: limits.webhooks,
        shared: others,
        clock,
        logger,
      }),
  }
}

function openRecorder({
  backend,
  conversations,
  showEvent,
  clock,
  logger,
}: Pick<ProxyContext, 'backend' | 'clock' | 'logger'> & {
  conversations: ConversationStore
  showEvent: ShowEvent
}): Recorder {
  const show = ({ event, message }: { event: ChatEvent; message: StoredMessage | undefined }): void =>
    showEvent({ event, message, chat: message?.chat })
  return createRecorder({
    vendor: backend.name,
    conversations,
    show,
    clock,
    onFailure: (error) =>
      logger.repeated({
        level: 'error',
        fields: { reason: describeError(error) },
        message: 'the store did not take a message that was sent, edited or deleted',
      }),
  })
}

function backendOf({ backend, tenant }: { backend: Backend; tenant: string | undefined }): Backend {
  if (tenant === undefined) return backend
  if (backend.forTenant) return backend.forTenant(tenant)
  throw new OperationError({
    code: 'internal',
    message: 'The request could not be handled.',
    detail:
      'identify() returned a tenant, and the backend has one key for all: give it a function that returns the key',
  })
}

/** Ids of messages are a vendor's account's own: two tenants never share a store. */
function conversationsOf({
  options: { conversations },
  tenant,
}: {
  options: ChatProxyOptions
  tenant: string | undefined
}): ConversationStore | undefined {
  if (typeof conversations === 'function') return conversations({ tenant })
  if (tenant === undefined || conversations === undefined) return conversations
  throw new InvalidOptionsError('conversations must be a function that returns the store of each tenant.')
}

/** Takes the receiver's address out of log lines, too: whoever knows it can send events. */
function createLogger({
  options: { logger = defaultLogger(), webhooks },
  backend,
  clock,
  redactHidden,
}: {
  options: ChatProxyOptions
  backend: Backend
  clock: Clock
  redactHidden: (text: string) => string
}): ProxyLogger {
  const secrets = webhooks ? secretsOf(webhooks) : []
  const redact = (text: string): string =>
    secrets
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), redactHidden(backend.redact(text)))
      .replace(/(\/webhooks\/)[^\s/?#"']+/g, '$1[secret]') // A tenant has one of its own.
  return createProxyLogger({ logger, redact, clock })
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
