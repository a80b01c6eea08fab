import { defaultBasePath } from '@crm-chat/protocol'
import * as z from 'zod'
import type { Backend } from './backend.ts'
import type { Clock } from './clock.ts'
import type { ConversationStore } from './conversations/conversationStore.ts'
import { describeIssues } from './describeIssues.ts'
import { InvalidOptionsError } from './errors.ts'
import type { FileStore } from './files/fileStore.ts'
import type { AuthorizeChatsHook, AuthorizeRecipientHook, Feature, IdentifyHook } from './hooks.ts'
import { defaultLimits, type ProxyLimits } from './limits/limits.ts'
import type { ChatLogger } from './logger.ts'
import type { SharedState } from './processes/sharedState.ts'
import type { ChatTracer } from './tracing/tracer.ts'
import { type WebhooksOptions, webhooksOptionsSchema } from './webhooks/webhooksOptions.ts'

/** Options of `createChatProxy`. */
export interface ChatProxyOptions {
  /** The vendor, e.g. `wazzupV2({ apiKey })`. */
  backend: Backend
  /**
   * Names the user of a request, from the CRM's own session; null for nobody. The request has no body. While the hook fails, or
   * takes longer than two seconds, requests get a 503 and nobody counts as signed out.
   */
  identify: IdentifyHook
  /** Decides whether a user may open these chats. Without it nobody may open a card's chats or name an active one. */
  authorizeChats?: AuthorizeChatsHook
  /** Decides whether a user may write to a user name or phone number. Without it messages go to chats by their id only. */
  authorizeRecipient?: AuthorizeRecipientHook
  /** Parts that are off otherwise: administration of channels, exports of messages. @default [] */
  enable?: Feature[]
  /** Keeps files for messages. Without it `POST /files` is off. */
  files?: FileStore
  /**
   * Uploads each user to the vendor before the first link to a chat window, and again under another name or after an hour.
   * Wazzup's API v3 and tech API give a user who was never uploaded no window, and a counter of 0; API V2 does not ask for
   * it. A failed upload fails the link.
   * @default false
   */
  ensureUser?: boolean
  /**
   * Looks at each new link to a chat window, once and without cookies, before the browser gets it: a page cannot see that its
   * frame shows an error or that the vendor forbids framing. A link waits for its look at most a second. A live vendor does not
   * say whether one more request uses a link up: try it with your account before you switch this on.
   * @default true for a vendor on this machine or in a private network, e.g. the sandbox
   */
  looks?: boolean
  /** Roles of users who may see and do what is for administrators, e.g. exports and QR codes of channels. @default ['admin'] */
  adminRoles?: string[]
  /** Receives the vendor's webhooks, at `POST <basePath>/webhooks/<secret>`, and shows their events to the pages. */
  webhooks?: WebhooksOptions
  /** Keeps the messages that webhooks bring, where the vendor keeps no history, e.g. `memoryConversations()`; with tenants, a function. With it, messages can be edited and deleted. */
  conversations?: ConversationStore | ((parameters: { tenant: string | undefined }) => ConversationStore)
  /** Path that the proxy is mounted at. @default '/chat' */
  basePath?: string
  /**
   * Exact origins of pages that may use the proxy, besides the request's own host: for pages on another origin, with CORS, and
   * where a reverse proxy changes the `Host` header.
   * @default []
   */
  allowedOrigins?: string[]
  /** @default the console in development, for warnings and errors; silent where `NODE_ENV` is `production` or `test` */
  logger?: ChatLogger
  /**
   * Spans of OpenTelemetry, for each operation and each call to the vendor: `true` for the package `@opentelemetry/api`, which has to
   * be installed, or a tracer of your own. They hold names and codes.
   * @default false
   */
  tracing?: boolean | ChatTracer
  limits?: Partial<ProxyLimits>
  /**
   * Place where several processes of your server meet, e.g. `redis({ url, secret })` of `@crm-chat/proxy/redis`: events reach the
   * pages of all of them, each webhook and each message with an id is handled once, and limits count together.
   */
  shared?: SharedState
  /** Time, for tests. */
  clock?: Clock
}

const hook = z.custom((value) => typeof value === 'function', 'must be a function')
const origin = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an exact origin, e.g. https://crm.example.com',
  )
const basePath = z.string().regex(/^(\/[\w.~-]+)+$/)

/** A time, of which `Infinity` is one. */
const duration = z.custom((value) => typeof value === 'number' && value > 0, 'must be a positive number or Infinity')

const limits = z.strictObject(
  Object.fromEntries(
    Object.keys(defaultLimits).map((name) => [
      name,
      (name.endsWith('Ms') ? duration : z.number().positive()).optional(),
    ]),
  ),
)

const optionsSchema = z.object({
  backend: z.object({
    name: z.string(),
    chatTypes: z.array(z.string()),
    windows: z.object({ scopes: z.array(z.string()), create: hook, isOwnUrl: hook }).optional(),
    watchUnanswered: hook.optional(),
    saveUser: hook.optional(),
    check: hook.optional(),
    problems: hook.optional(),
    redact: hook,
  }),
  identify: hook,
  authorizeChats: hook.optional(),
  authorizeRecipient: hook.optional(),
  enable: z.array(z.enum(['channelAdmin', 'exports', 'vendorData'])).optional(),
  files: z.object({ storeFile: hook, readFile: hook.optional() }).optional(),
  ensureUser: z.boolean().optional(),
  looks: z.boolean().optional(),
  adminRoles: z.array(z.string()).optional(),
  webhooks: webhooksOptionsSchema.optional(),
  conversations: eitherOf({
    forms: [hook, z.object({ append: hook, page: hook, find: hook, markRead: hook, search: hook })],
    problem: 'must be a store, or a function that returns the store of a tenant',
  }).optional(),
  tracing: eitherOf({
    forms: [z.boolean(), z.object({ startActiveSpan: hook })],
    problem: 'must be true, or a tracer of OpenTelemetry',
  }).optional(),
  logger: z.object({ info: hook, warn: hook, error: hook }).optional(),
  basePath: basePath.default(defaultBasePath),
  allowedOrigins: z.array(origin).default([]),
  limits: limits.optional(),
  shared: z.object({ open: hook, problems: hook, redact: hook }).optional(),
})

/** A value of several forms. A union would say only that it has none of them. */
function eitherOf({ forms, problem }: { forms: [z.ZodType, z.ZodType]; problem: string }): z.ZodType {
  const form = z.union(forms)
  return z.custom((value) => form.safeParse(value).success, problem)
}

/** Checks the options, for CRMs written in JavaScript. @throws {InvalidOptionsError} naming every problem. */
export function parseOptions(options: ChatProxyOptions): { basePath: string; allowedOrigins: string[] } {
  const result = optionsSchema.safeParse(options)
  const problems = result.success ? [] : [describeIssues(result.error.issues, Number.POSITIVE_INFINITY)]
  if (typeof options?.backend?.problems === 'function') problems.push(...options.backend.problems())
  if (typeof options?.shared?.problems === 'function') problems.push(...options.shared.problems())
  if (options?.ensureUser === true && options.backend && !options.backend.saveUser) {
    problems.push(`ensureUser: ${options.backend.name} keeps no users, leave it out`)
  }
  if (options?.webhooks && options.backend && !options.backend.webhooks) {
    problems.push(`webhooks: ${options.backend.name} sends none, leave it out`)
  }
  if (result.success && problems.length === 0) return result.data
  throw new InvalidOptionsError(`createChatProxy has invalid options: ${problems.join('; ')}.`)
}

/** Returns the base path, which adapters need before the options are checked. */
export function basePathOf(options: ChatProxyOptions): string {
  const result = basePath.safeParse(options?.basePath)
  return result.success ? result.data : defaultBasePath
}
