import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import { chatTypeSchema, createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Backend } from '../../backend.ts'
import { describeIssues } from '../../describeIssues.ts'
import { InvalidOptionsError } from '../../errors.ts'
import { createGuard } from '../createGuard.ts'
import { describeContactIssues, describeWindowIssues } from './errors.ts'
import { createLinkRule } from './links.ts'
import { toIframeParameters, toVendorContact } from './parameters.ts'

/** Options of {@link wazzupV2}. */
export interface WazzupV2BackendOptions {
  /** The account's API key. It stays in this process. Undefined is refused, so that an unset variable is noticed. */
  apiKey: string | undefined
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string
  /** Host of the counter socket. @default the vendor's own, or `baseUrl` where that is given */
  counterUrl?: string
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Deadline of one request to the vendor. @default 10_000 */
  timeoutMs?: number
}

const addressSchema = z.url({ protocol: /^https?$/ }).optional()
const optionsSchema = z.object({
  apiKey: z.string().regex(/^[\x21-\x7e]+$/),
  baseUrl: addressSchema,
  counterUrl: addressSchema,
})

/**
 * Wazzup's CRM API V2 as the vendor behind the proxy.
 * @throws {InvalidOptionsError} for a missing or impossible key or address.
 * @example
 * wazzupV2({ apiKey: process.env.WAZZUP_API_KEY })
 */
export function wazzupV2(options: WazzupV2BackendOptions): Backend {
  const { apiKey, baseUrl, counterUrl = baseUrl } = parseOptions(options)
  const wazzup = createWazzupV2({ ...options, apiKey, ...(counterUrl === undefined ? {} : { counterUrl }) })
  const redact = createSecretRedactor(() => [apiKey])
  const guard = createGuard(redact)

  return {
    name: 'wazzup-v2',
    chatTypes: [...chatTypeSchema.options],
    windows: {
      scopes: ['global', 'card'],
      create: ({ user, request, signal }) =>
        guard({
          run: () => wazzup.createIframe(toIframeParameters({ user, request }), { signal }),
          describe: describeWindowIssues,
        }),
      isOwnUrl: createLinkRule(baseUrl),
    },
    watchUnanswered: wazzup.watchUnanswered,
    saveUser: (user) => guard({ run: () => wazzup.saveUsers([user]), describe: () => undefined }),
    saveContacts: (contacts) =>
      guard({
        run: () => wazzup.saveContacts(contacts.map(toVendorContact)),
        describe: (issues) => describeContactIssues({ issues, contacts }),
      }),
    redact,
  }
}

function parseOptions(options: WazzupV2BackendOptions): z.output<typeof optionsSchema> {
  const result = optionsSchema.safeParse(options)
  if (result.success) return result.data
  throw new InvalidOptionsError(`wazzupV2 has invalid options: ${describeIssues(result.error.issues)}.`)
}
