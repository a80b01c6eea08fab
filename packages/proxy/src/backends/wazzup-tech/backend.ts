import { chatTypeSchema, createWazzupTech, type TokenSource } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import type { Backend } from '../../backend.ts'
import { accountKeySchema, addressSchema, type BackendOptions, findProblems } from '../backendOptions.ts'
import { createConnection } from '../createConnection.ts'
import { createLinkedMedia } from '../createLinkedMedia.ts'
import { defined } from '../defined.ts'
import { isPrivateAddress } from '../isPrivateAddress.ts'
import { createLinkRule } from '../links.ts'
import { type AccessToken, toClientToken } from './accessToken.ts'
import { createChannelAdmin } from './channelAdmin.ts'
import { createChannels } from './channels.ts'
import { createEntities } from './entities.ts'
import { findRefusal } from './errors.ts'
import { createExports } from './exports.ts'
import { createMessages } from './messages.ts'
import { createWebhooks } from './webhooks.ts'
import { describeWindowIssues, toChatsLinkParameters } from './window.ts'

/** Options of {@link wazzupTech}. */
export interface WazzupTechBackendOptions extends BackendOptions {
  /**
   * The end customer's access token, what keeps one alive (`createAccountTokenSource`), or a function that returns either, for each
   * tenant. It stays in this process. Undefined is a problem that is reported, so that an unset variable is noticed.
   */
  accessToken: AccessToken
  /** @default 'https://tech.wazzup24.com' */
  baseUrl?: string | undefined
  /**
   * Lets the window's list of deals post events to the page, which `onEntity` gets, instead of opening the deals' links and
   * creating deals by webhook.
   * @default false
   */
  dealEvents?: boolean | undefined
  /** Interval of requests for a user's counter, which this API does not push. @default 15_000 */
  pollIntervalMs?: number
}

const tokenSource = z.custom<TokenSource>((value) => {
  return typeof value === 'object' && value !== null && 'getAccessToken' in value && 'secrets' in value
})
const optionsSchema = z.object({
  accessToken: z.union([tokenSource, accountKeySchema]),
  baseUrl: addressSchema,
  dealEvents: z.boolean().optional(),
})

/**
 * Wazzup's partner API as the vendor behind the proxy, in one end customer's account. A user has a chat window and a counter only
 * after an upload: set `ensureUser`.
 * @example
 * wazzupTech({ accessToken: createAccountTokenSource(partner, { account_id }) })
 */
export function wazzupTech(options: WazzupTechBackendOptions): Backend {
  return createBackend({ options, tenant: undefined })
}

function createBackend({
  options,
  tenant,
}: {
  options: WazzupTechBackendOptions
  tenant: string | undefined
}): Backend {
  const { accessToken, baseUrl, dealEvents, pollIntervalMs, fetch, timeoutMs, limit } = options
  const { token, secrets } = toClientToken({ token: accessToken, tenant })
  const connection = createConnection({
    options,
    secrets,
    findRefusal,
    create: () =>
      createWazzupTech({ accessToken: token, ...defined({ baseUrl, pollIntervalMs, fetch, timeoutMs, limit }) }),
  })
  const { client, call, redact } = connection
  const media = createLinkedMedia({ domain: 'wazzup24.com', baseUrl, isPrivate: isPrivateAddress(baseUrl), fetch })
  return {
    name: 'wazzup-tech',
    isPrivate: isPrivateAddress(baseUrl),
    chatTypes: [...chatTypeSchema.options],
    windows: {
      scopes: ['global', 'card'],
      create: ({ user, request, signal }) =>
        call(
          (wazzup) => wazzup.createChatsLink(toChatsLinkParameters({ user, request, dealEvents }), { signal }),
          describeWindowIssues,
        ),
      isOwnUrl: createLinkRule({ domain: 'wazzup24.com', baseUrl }),
    },
    watchUnanswered: (parameters) => client().watchUnanswered(parameters),
    saveUser: ({ id, name }) => call((wazzup) => wazzup.saveUsers([{ id, name }])),
    entities: createEntities(connection),
    channels: createChannels(connection),
    channelAdmin: createChannelAdmin(connection),
    messages: createMessages(connection),
    exports: createExports(connection, media),
    media,
    webhooks: createWebhooks(connection),
    ...(typeof accessToken === 'function' && { forTenant: (name: string) => createBackend({ options, tenant: name }) }),
    check: async () => void (await call((wazzup) => wazzup.fetchChannels())),
    problems: () => findProblems({ name: 'wazzupTech', options, schema: optionsSchema }),
    isLeftAlone: connection.isLeftAlone,
    redact,
  }
}
