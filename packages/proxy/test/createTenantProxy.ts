import type { Backend } from '../src/backend.ts'
import { type ChatProxy, createChatProxy } from '../src/createChatProxy.ts'
import type { ChatProxyOptions } from '../src/parseOptions.ts'
import { createScriptedBackend, type ScriptedBackend } from './createScriptedBackend.ts'

/** Session cookies of these tests: `<tenant>.<user>`. Users of different tenants have the same ids. */
export function identifyByTenant(request: Request): { id: string; name: string; tenant: string } | null {
  const [, tenant, id] = /session=([\w-]+)\.(\w+)/.exec(request.headers.get('cookie') ?? '') ?? []
  return tenant === undefined || id === undefined ? null : { id, name: `User ${id} of ${tenant}`, tenant }
}

/** A tenant's account. */
export interface TenantBackend extends ScriptedBackend {
  /** Requests to this tenant's account. */
  sent: string[]
}

/** Makes a proxy for any number of tenants, and their accounts as they are opened. */
export function createTenantProxy(options: Partial<ChatProxyOptions> = {}): {
  chat: ChatProxy
  accounts: Map<string, TenantBackend>
} {
  const accounts = new Map<string, TenantBackend>()
  const make = (tenant: string): TenantBackend => {
    const sent: string[] = []
    const scripted = createScriptedBackend()
    const own: TenantBackend = {
      ...scripted,
      sent,
      channels: { list: async () => [{ id: `channel-${tenant}`, transport: 'wapi', state: 'active' }] },
      messages: {
        send: async ({ user, request }) => {
          sent.push(`${user.tenant} ${user.id} ${request.text}`)
          return { messageId: `${tenant}-${sent.length}` }
        },
      },
      webhooks: {
        read: async () => {
          sent.push('webhook')
          return []
        },
        register: async ({ url }) => void sent.push(url),
      },
    }
    accounts.set(tenant, own)
    return own
  }
  const { windows: _, watchUnanswered: __, ...bare } = createScriptedBackend()
  const backend: Backend = {
    ...bare,
    ...{ windows: createScriptedBackend().windows, watchUnanswered: () => () => {} },
    webhooks: { read: async () => [], register: async () => {} },
    messages: { send: async () => ({ messageId: 'root' }) },
    channels: { list: async () => [] },
    forTenant: make,
  }
  const chat = createChatProxy({ backend, identify: identifyByTenant, authorizeChats: () => true, ...options })
  return { chat, accounts }
}

/** Headers of a user of a tenant. */
export function asUser(tenant: string, user = '1'): { cookie: string } {
  return { cookie: `session=${tenant}.${user}` }
}
