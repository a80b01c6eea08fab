import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import { chatTypeSchema, createWazzupV2, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Backend } from '../../backend.ts'
import { type Clock, systemClock } from '../../clock.ts'
import { describeIssues } from '../../describeIssues.ts'
import { isPrivateHost } from '../../links/isPrivateHost.ts'
import { createGuard, type DescribeIssues } from '../createGuard.ts'
import { describeContactIssues, describeWindowIssues } from './errors.ts'
import { createLinkRule } from './links.ts'
import { toIframeParameters, toVendorContact } from './parameters.ts'

/** Options of {@link wazzupV2}. */
export interface WazzupV2BackendOptions {
  /** The account's API key. It stays in this process. Undefined is a problem that is reported, so that an unset variable is noticed. */
  apiKey: string | undefined
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string | undefined
  /** Host of the counter socket. @default the vendor's own, or `baseUrl` where that is given */
  counterUrl?: string | undefined
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Deadline of one request to the vendor. @default 10_000 */
  timeoutMs?: number
  /** Time, for tests. */
  clock?: Clock
}

const addressSchema = z.url({ protocol: /^https?$/ }).optional()
const optionsSchema = z.object({
  apiKey: z.string().regex(/^[\x21-\x7e]+$/),
  baseUrl: addressSchema,
  counterUrl: addressSchema,
})

/**
 * Wazzup's CRM API V2 as the vendor behind the proxy. A missing or impossible key or address is reported by the proxy's
 * `check()` and by its first request.
 * @example
 * wazzupV2({ apiKey: process.env.WAZZUP_API_KEY })
 */
export function wazzupV2(options: WazzupV2BackendOptions): Backend {
  const { apiKey = '', baseUrl, clock = systemClock } = options
  const redact = createSecretRedactor(() => [apiKey])
  const guard = createGuard({ redact, clock })
  const client = createClient(options)
  const nothing: DescribeIssues = () => undefined

  return {
    name: 'wazzup-v2',
    isPrivate: baseUrl !== undefined && URL.canParse(baseUrl) && isPrivateHost(new URL(baseUrl).hostname),
    chatTypes: [...chatTypeSchema.options],
    windows: {
      scopes: ['global', 'card'],
      create: ({ user, request, signal }) =>
        guard({
          run: () => client().createIframe(toIframeParameters({ user, request }), { signal }),
          describe: describeWindowIssues,
        }),
      isOwnUrl: createLinkRule(baseUrl),
    },
    watchUnanswered: (parameters) => client().watchUnanswered(parameters),
    saveUser: (user) => guard({ run: () => client().saveUsers([user]), describe: nothing }),
    saveContacts: (contacts) =>
      guard({
        run: () => client().saveContacts(contacts.map(toVendorContact)),
        describe: (issues) => describeContactIssues({ issues, contacts }),
      }),
    check: async () => void (await guard({ run: () => client().fetchChannels(), describe: nothing })),
    problems: () => findProblems(options),
    redact,
  }
}

/** Makes the vendor's client when it is first needed: its options have been checked by then. */
function createClient(options: WazzupV2BackendOptions): () => WazzupV2 {
  let client: WazzupV2 | undefined
  return () => {
    const { clock: _, apiKey = '', baseUrl, counterUrl = baseUrl, ...rest } = options
    client ??= createWazzupV2({
      ...rest,
      apiKey,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(counterUrl === undefined ? {} : { counterUrl }),
    })
    return client
  }
}

function findProblems(options: WazzupV2BackendOptions): string[] {
  const result = optionsSchema.safeParse(options)
  return result.success ? [] : [`wazzupV2 has invalid options: ${describeIssues(result.error.issues)}`]
}
