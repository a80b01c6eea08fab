import { chatTypeSchema, createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Backend } from '../../backend.ts'
import { type AccountKey, toClientKey } from '../accountKey.ts'
import { accountKeySchema, addressSchema, type BackendOptions, findProblems } from '../backendOptions.ts'
import { createConnection } from '../createConnection.ts'
import { createLinkedMedia } from '../createLinkedMedia.ts'
import { defined } from '../defined.ts'
import { isPrivateAddress } from '../isPrivateAddress.ts'
import { createLinkRule } from '../links.ts'
import { createChannels } from './channels.ts'
import { createEntities } from './entities.ts'
import { findRefusal } from './errors.ts'
import { createMessages } from './messages.ts'
import { createWebhooks } from './webhooks.ts'
import { describeWindowIssues, toIframeParameters } from './window.ts'

/** Options of {@link wazzupV2}. */
export interface WazzupV2BackendOptions extends BackendOptions {
  /**
   * The account's API key, or a function that returns the one to use now, for each tenant. It stays in this process. Undefined is
   * a problem that is reported, so that an unset variable is noticed.
   */
  apiKey: AccountKey
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string | undefined
  /** Host of the counter socket. @default the vendor's own, or `baseUrl` where that is given */
  counterUrl?: string | undefined
}

const optionsSchema = z.object({ apiKey: accountKeySchema, baseUrl: addressSchema, counterUrl: addressSchema })

/**
 * Wazzup's CRM API V2 as the vendor behind the proxy. A missing or impossible key or address is reported by the proxy's
 * `check()` and by its first request.
 * @example
 * wazzupV2({ apiKey: process.env.WAZZUP_API_KEY })
 */
export function wazzupV2(options: WazzupV2BackendOptions): Backend {
  return createBackend({ options, tenant: undefined })
}

function createBackend({ options, tenant }: { options: WazzupV2BackendOptions; tenant: string | undefined }): Backend {
  const { apiKey, baseUrl, counterUrl = baseUrl, fetch, timeoutMs, limit } = options
  const { key, secrets } = toClientKey({ key: apiKey, tenant })
  const connection = createConnection({
    options,
    secrets,
    findRefusal,
    create: () => createWazzupV2({ apiKey: key, ...defined({ baseUrl, counterUrl, fetch, timeoutMs, limit }) }),
  })
  const { client, call, redact } = connection
  return {
    name: 'wazzup-v2',
    isPrivate: isPrivateAddress(baseUrl),
    chatTypes: [...chatTypeSchema.options],
    windows: {
      scopes: ['global', 'card'],
      create: ({ user, request, signal }) =>
        call((wazzup) => wazzup.createIframe(toIframeParameters({ user, request }), { signal }), describeWindowIssues),
      isOwnUrl: createLinkRule({ domain: 'wazzup24.com', baseUrl }),
    },
    watchUnanswered: (parameters) => client().watchUnanswered(parameters),
    saveUser: async ({ id, name }) => void (await call((wazzup) => wazzup.saveUsers([{ id, name }]))),
    entities: createEntities(connection),
    channels: createChannels(connection),
    messages: createMessages(connection),
    media: createLinkedMedia({ domain: 'wazzup24.com', baseUrl, isPrivate: isPrivateAddress(baseUrl), fetch }),
    webhooks: createWebhooks(connection),
    ...(typeof apiKey === 'function' && { forTenant: (name: string) => createBackend({ options, tenant: name }) }),
    check: async () => void (await call((wazzup) => wazzup.fetchChannels())),
    problems: () => findProblems({ name: 'wazzupV2', options, schema: optionsSchema }),
    isLeftAlone: connection.isLeftAlone,
    redact,
  }
}
