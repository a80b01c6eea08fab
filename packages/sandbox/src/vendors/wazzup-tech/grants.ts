import { createHash, randomUUID } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Account } from '../../server/account.ts'
import { mintToken, tokenLifetimes } from './accessTokens.ts'

/** Consents of customers to partners: authorization codes, and valid refresh tokens. */
const techGrants = sqliteTable('tech_grants', {
  grantId: text().primaryKey(),
  kind: text({ enum: ['code', 'refresh'] }).notNull(),
  clientId: text().notNull(),
  redirectUri: text(),
  codeChallenge: text(),
  expiresAt: integer().notNull(),
})

/** Lifetime of an authorization code. */
const codeLifetimeMs = 10 * 60_000

/** A customer's consent. */
export interface Consent {
  clientId: string
  redirectUri: string
  codeChallenge: string
}

/** Saves a consent. @returns the code that a partner exchanges for tokens, once */
export async function createCode({ store, accountId }: Account, consent: Consent): Promise<string> {
  const grantId = randomUUID()
  const expiresAt = store.clock.now() + codeLifetimeMs
  await store.database.insert(techGrants).values({ grantId, kind: 'code', ...consent, expiresAt })
  return `${accountId}.${grantId}`
}

/** Reads the account in a code. */
export function readCode(code: string): { accountId: number; grantId: string } {
  const [accountId = '', grantId = ''] = code.split('.')
  return { accountId: Number(accountId), grantId }
}

/** Uses a code up. @returns true if it was valid for this client, address and verifier */
export async function spendCode(
  account: Account,
  {
    grantId,
    clientId,
    redirectUri,
    codeVerifier,
  }: Omit<Consent, 'codeChallenge'> & { grantId: string; codeVerifier: string },
): Promise<boolean> {
  const grant = await removeGrant(account, { grantId, kind: 'code' })
  const challenge = createHash('sha256').update(codeVerifier).digest('base64url')
  return grant?.clientId === clientId && grant.redirectUri === redirectUri && grant.codeChallenge === challenge
}

/** Uses a refresh token up. @returns true if it was valid for this client */
export async function spendRefreshToken(
  account: Account,
  { grantId, clientId }: { grantId: string; clientId: string },
): Promise<boolean> {
  return (await removeGrant(account, { grantId, kind: 'refresh' }))?.clientId === clientId
}

/** Issues tokens of an account. A client also gets a refresh token, which can be used once. */
export async function issueTokens(account: Account, clientId?: string) {
  const access_token = await mintToken({ account, kind: 'access', id: randomUUID() })
  const issued = { access_token, expires_in: tokenLifetimes.access }
  if (clientId === undefined) return issued
  const grantId = randomUUID()
  const expiresAt = account.clock.now() + tokenLifetimes.refresh * 1000
  await account.store.database.insert(techGrants).values({ grantId, kind: 'refresh', clientId, expiresAt })
  const refresh_token = await mintToken({ account, kind: 'refresh', id: grantId })
  return { ...issued, refresh_token, refresh_expires_in: tokenLifetimes.refresh }
}

async function removeGrant({ store }: Account, { grantId, kind }: { grantId: string; kind: 'code' | 'refresh' }) {
  const [grant] = await store.database
    .delete(techGrants)
    .where(and(eq(techGrants.grantId, grantId), eq(techGrants.kind, kind), gt(techGrants.expiresAt, store.clock.now())))
    .returning()
  return grant
}
