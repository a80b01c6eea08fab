import { checkProxy } from './checkProxy.ts'
import { systemClock } from './clock.ts'
import { contextOf, type ProxyContext, rememberContext } from './context.ts'
import { createContext } from './createContext.ts'
import { defaultLogger } from './development.ts'
import { createEntityFunctions, type EntityFunctions } from './entities/createEntityFunctions.ts'
import { userKey } from './identity/userKey.ts'
import { type ProxyHealth, sumHealth } from './live/sumHealth.ts'
import { createProxyLogger } from './logger.ts'
import { basePathOf, type ChatProxyOptions } from './parseOptions.ts'
import { respondToWeb } from './respondTo.ts'
import type { TenantParameter } from './tenantParameter.ts'
import { registerWebhooks } from './webhooks/registerWebhooks.ts'

/** The server side of the chats, mounted in a CRM's server. */
export interface ChatProxy extends EntityFunctions {
  basePath: string
  /** Handles one request; everything else is an adapter to this. Never rejects. */
  fetch: (request: Request) => Promise<Response>
  /**
   * Checks all options, and that the vendor can be reached and takes the key. Call it where your server starts.
   * @throws {InvalidOptionsError} naming every problem of the options
   * @throws {OperationError} `upstream_auth` for a wrong key, `upstream_unavailable` or `upstream_timeout` without the vendor
   */
  check: (of?: TenantParameter) => Promise<void>
  /**
   * Tells the vendor the address of the receiver of webhooks: `webhooks.publicUrl`, the base path and the current secret.
   * Call it once for each address or secret.
   * @throws {InvalidOptionsError} without `webhooks.publicUrl`, or where the vendor cannot reach it
   * @throws {OperationError} `not_supported` for a vendor without webhooks, and as the vendor's call does
   */
  registerWebhooks: (of?: TenantParameter) => Promise<void>
  /**
   * Ends the live streams of a user, e.g. who has logged out, and refuses requests whose user is still being looked up; with
   * `shared`, in all processes.
   */
  revoke: (userId: string, of?: TenantParameter) => void
  /**
   * Ends all live streams and sockets before a shutdown: in slices, each with a time of its own to come back, and new ones
   * are refused with 503 `busy`. Requests under way go on. Resolves once all are closed, at the latest after `deadlineMs`.
   */
  drain: (parameters: { deadlineMs: number }) => Promise<void>
  /**
   * Returns the state of the live connections of all tenants, e.g. for `/readyz`, which should fail unless the status is `live`.
   * A Redis that is away is no reason to fail: this process goes on alone.
   * @throws {InvalidOptionsError}
   */
  health: () => ProxyHealth
  /**
   * Writes the numbers of this process in the text format of Prometheus, for a route that only your monitoring reaches. Labels hold
   * operations and codes, nothing of users.
   * @throws {InvalidOptionsError}
   */
  metrics: () => string
  /** Ends all live streams and the sockets to the vendor. */
  close: () => Promise<void>
}

/**
 * Makes the proxy between the CRM's pages and the vendor. It keeps the key, takes the user from the CRM's own session and
 * offers a page the operations of the vendor. Options are checked at the first request, so that a build needs no secrets: with invalid
 * ones every request gets a 500, and the log names the problems. `check()` does it at once.
 * @example
 * const chat = createChatProxy({
 *   backend: wazzupV2({ apiKey: process.env.WAZZUP_API_KEY }),
 *   identify: (request) => sessionUser(request),
 *   authorizeChats: ({ user, chats }) => mayOpen({ user, chats }),
 * })
 */
export function createChatProxy(options: ChatProxyOptions): ChatProxy {
  let made: ProxyContext | undefined
  const chat: ChatProxy = {
    basePath: basePathOf(options),
    fetch: (request) => respondToWeb({ chat, request }),
    check: async (of) => checkProxy(contextOfTenant(of)),
    ...createEntityFunctions((of) => contextOfTenant(of)),
    registerWebhooks: async (of) => {
      const { backend, basePath, tenant } = contextOfTenant(of)
      await registerWebhooks({ backend, basePath, tenant, options: options.webhooks })
    },
    revoke: (id, { tenant } = {}) => {
      const own = options.shared ? contextOf(chat) : made // Other processes may have streams of this user.
      own?.revocations.revoke(userKey({ id, tenant }))
      own?.tenants.find(tenant)?.hub.revoke(id)
      own?.shared?.publish({ kind: 'revoke', tenant, userId: String(id) })
    },
    drain: async (parameters) => {
      await Promise.all(all().map(({ hub }) => hub.drain(parameters)))
    },
    health: () => {
      const shared = contextOf(chat).shared?.health()
      return { ...sumHealth(all().map(({ hub }) => hub.health())), ...(shared && { shared }) }
    },
    metrics: () => {
      const { metrics } = contextOf(chat)
      const contexts = all()
      return metrics.write({
        health: chat.health(),
        leftAlone: contexts.filter(({ backend }) => backend.isLeftAlone?.() === true).length,
        tenants: contexts.length,
      })
    },
    close: async () => {
      for (const { hub } of all()) hub.close()
      await made?.shared?.close()
    },
  }
  function context(): ProxyContext {
    made ??= createContext(options)
    return made
  }
  const all = (): ProxyContext[] => made?.tenants.all() ?? []
  const contextOfTenant = ({ tenant }: TenantParameter = {}): ProxyContext => contextOf(chat).tenants.of(tenant)
  const logger = options.logger ?? defaultLogger()
  // The problems of options hold no values, so there is nothing to redact yet.
  const optionsLog = createProxyLogger({ logger, redact: (text) => text, clock: systemClock })
  rememberContext({ chat, context, optionsLog })
  return chat
}
