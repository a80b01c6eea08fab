import { chatTypeSchema, createWazzupV3 } from '@crm-chat/vendors/wazzup-v3'
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
import { createTemplates } from './templates.ts'
import { createWebhooks } from './webhooks.ts'
import { describeWindowIssues, toIframeParameters } from './window.ts'

/** Options of {@link wazzupV3}. */
export interface WazzupV3BackendOptions extends BackendOptions {
  /**
   * The account's API key, or a function that returns the one to use now, for each tenant. It stays in this process. Undefined is
   * a problem that is reported, so that an unset variable is noticed.
   */
  apiKey: AccountKey
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string | undefined
  /** Address that names the counter's host. @default the vendor's own, or `baseUrl` where that is given */
  integrationsUrl?: string | undefined
  /**
   * Lets the window's list of deals post events to the page, which `onEntity` gets, instead of opening the deals' links and
   * creating deals by webhook.
   * @default false
   */
  dealEvents?: boolean | undefined
  /** The key that Wazzup has of your CRM, which its webhooks then carry. Webhooks without it are refused. */
  crmKey?: string | undefined
}

const optionsSchema = z.object({
  apiKey: accountKeySchema,
  baseUrl: addressSchema,
  integrationsUrl: addressSchema,
  dealEvents: z.boolean().optional(),
  crmKey: z.string().min(1).optional(),
})

/**
 * Wazzup's API v3 as the vendor behind the proxy. A user has a chat window and a counter only after an upload: set `ensureUser`.
 * @example
 * wazzupV3({ apiKey: process.env.WAZZUP_API_KEY })
 * @example
 * wazzupV3({ apiKey: ({ tenant }) => keys.read(tenant) })
 */
export function wazzupV3(options: WazzupV3BackendOptions): Backend {
  return createBackend({ options, tenant: undefined })
}

function createBackend({ options, tenant }: { options: WazzupV3BackendOptions; tenant: string | undefined }): Backend {
  const { apiKey, baseUrl, integrationsUrl = baseUrl, dealEvents, crmKey, fetch, timeoutMs, limit } = options
  const { key, secrets } = toClientKey({ key: apiKey, tenant })
  const connection = createConnection({
    options,
    secrets: () => [...secrets(), crmKey ?? ''],
    findRefusal,
    create: () => createWazzupV3({ apiKey: key, ...defined({ baseUrl, integrationsUrl, fetch, timeoutMs, limit }) }),
  })
  const { client, call, redact } = connection
  return {
    name: 'wazzup-v3',
    isPrivate: isPrivateAddress(baseUrl),
    chatTypes: [...chatTypeSchema.options],
    windows: {
      scopes: ['global', 'card'],
      create: ({ user, request, signal }) =>
        call(
          (wazzup) => wazzup.createIframe(toIframeParameters({ user, request, dealEvents }), { signal }),
          describeWindowIssues,
        ),
      isOwnUrl: createLinkRule({ domain: 'wazzup24.com', baseUrl }),
    },
    watchUnanswered: (parameters) => client().watchUnanswered(parameters),
    saveUser: async ({ id, name }) => void (await call((wazzup) => wazzup.saveUsers([{ id, name }]))),
    entities: createEntities(connection),
    channels: createChannels(connection),
    messages: createMessages(connection),
    templates: createTemplates(connection),
    media: createLinkedMedia({ domain: 'wazzup24.com', baseUrl, isPrivate: isPrivateAddress(baseUrl), fetch }),
    webhooks: createWebhooks(connection, { crmKey }),
    ...(typeof apiKey === 'function' && { forTenant: (name: string) => createBackend({ options, tenant: name }) }),
    check: async () => void (await call((wazzup) => wazzup.fetchChannels())),
    problems: () => findProblems({ name: 'wazzupV3', options, schema: optionsSchema }),
    isLeftAlone: connection.isLeftAlone,
    redact,
  }
}
