import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import { chatTypeSchema } from '../store/chatTypes.ts'
import type { Clock } from '../store/clock/createClock.ts'
import { SandboxError } from '../store/errors.ts'
import { createSubscribers } from '../store/subscribers/createSubscribers.ts'

const chatClaim = z.object({ chatType: chatTypeSchema, chatId: z.string() })

/** The rights a link grants: acting as one user, with all of that user's chats or those of one card. */
const windowSchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('global') }),
    z.object({ kind: z.literal('card'), chats: z.array(chatClaim.extend({ name: z.string().optional() })) }),
  ]),
  activeChat: chatClaim.optional(),
  /** The page sends its host events when a deal is to be opened or created. */
  dealsEvents: z.boolean().optional(),
  /** The page sends its host events when a user has written. */
  messagesEvents: z.boolean().optional(),
})
/** The rights a link grants. */
export type ChatsWindow = z.infer<typeof windowSchema>

const claimsSchema = z.object({ window: windowSchema, exp: z.number() })

/** Mints and reads the tokens of links to the chats page. */
export interface Links {
  /** Mints the token of a link that a CRM requested, and remembers its user. */
  mint: (window: ChatsWindow) => Promise<string>
  /** Mints the token of a link for the inspector or a test, whose user is not remembered. */
  mintPreview: (window: ChatsWindow) => Promise<string>
  /** @throws {LinkError} */
  read: (token: string) => Promise<{ window: ChatsWindow; expiresAt: number }>
  /** Users that a CRM requested links for, the latest first; the last twenty, in memory. */
  listUsers: () => ChatsWindow['user'][]
  /** Calls the listener when the list of users changes. @returns a function that ends it */
  subscribe: (listener: () => void) => () => void
  /** Forgets the users. Their links stay valid. */
  clear: () => void
}

/** The number of users that {@link Links} remembers. */
const maxUsers = 20

/** The token of a link is invalid or expired. */
export class LinkError extends SandboxError {
  override readonly name = 'LinkError'
  readonly code: 'LINK_EXPIRED' | 'LINK_INVALID'

  constructor({ code, message, cause }: { code: LinkError['code']; message: string; cause?: unknown }) {
    super(message, { cause })
    this.code = code
  }
}

/** Creates the links of one store, which are signed (HS256) with its secret and expire by its clock. */
export function createLinks({
  secret,
  clock,
  lifetimeMs,
  accountId,
}: {
  secret: string
  clock: Clock
  lifetimeMs: number
  accountId: number
}): Links {
  const key = new TextEncoder().encode(secret)
  const users = new Map<string, ChatsWindow['user']>() // The latest is the last.
  const { notify, subscribe } = createSubscribers()
  const expected = { issuer: 'crm-chat-sandbox', audience: 'chats', typ: 'JWT', algorithms: ['HS256'] }

  function sign(window: ChatsWindow): Promise<string> {
    const issuedAt = clock.now()
    return new SignJWT({ window })
      .setProtectedHeader({ alg: 'HS256', typ: expected.typ, kid: String(accountId) })
      .setIssuer(expected.issuer)
      .setAudience(expected.audience)
      .setSubject(window.user.id)
      .setIssuedAt(Math.floor(issuedAt / 1000))
      .setExpirationTime(Math.ceil((issuedAt + lifetimeMs) / 1000))
      .sign(key)
  }

  function remember(user: ChatsWindow['user']): void {
    users.delete(user.id)
    users.set(user.id, user)
    const [oldest] = users.keys()
    if (users.size > maxUsers && oldest !== undefined) users.delete(oldest)
    notify()
  }

  return {
    mintPreview: sign,
    subscribe,
    listUsers: () => [...users.values()].reverse(),
    mint(window) {
      remember(window.user)
      return sign(window)
    },
    clear() {
      users.clear()
      notify()
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, { ...expected, currentDate: new Date(clock.now()) })
        const { window, exp } = claimsSchema.parse(payload)
        return { window, expiresAt: exp * 1000 }
      } catch (cause) {
        throw toLinkError(cause)
      }
    },
  }
}

/** Reads the account number in a link, unverified: only the account's secret verifies the link. @throws {LinkError} */
export function readAccountId(token: string): number {
  try {
    return Number(decodeProtectedHeader(token).kid)
  } catch (cause) {
    throw toLinkError(cause)
  }
}

function toLinkError(cause: unknown): LinkError {
  if (cause instanceof errors.JWTExpired)
    return new LinkError({ code: 'LINK_EXPIRED', message: 'This link has expired. Request a new one.', cause })
  return new LinkError({
    code: 'LINK_INVALID',
    message: 'This link is invalid: it was not created by this sandbox, or was changed.',
    cause,
  })
}
