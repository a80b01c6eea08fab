import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { PartnerClient } from './createPartnerClient.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema } from './ids.ts'

/** Body of `POST /v2/accounts`. */
export const accountRequestSchema = z.object({
  name: z.string().min(3),
  lang: z.enum(['en', 'es', 'pt']),
  currency: z.enum(['EUR', 'USD', 'KZT']),
  country: z.enum(['US', 'EU', 'KZ']),
  timezone: z.number().min(-12).max(14),
})
/** Parameters of {@link createAccount}: `timezone` is in hours from UTC, e.g. 2 for Riga. */
export type AccountParameters = z.input<typeof accountRequestSchema>

/** Parts that {@link fetchAccount} can return beside the account. */
export const accountExpansions = ['billing', 'channels', 'subscriptions'] as const
/** A part that {@link fetchAccount} can return beside the account. */
export type AccountExpansion = (typeof accountExpansions)[number]

const accountShape = { account_id: answeredIdSchema, name: z.string().nullish() }
const expandedShape = {
  billing: z.unknown().optional(),
  channels: z.array(z.looseObject({ channel_id: z.string() })).optional(),
  subscriptions: z.unknown().optional(),
}
const nestedSchema = z
  .looseObject({ account: z.looseObject(accountShape), ...expandedShape })
  .transform(({ account, ...expanded }) => ({ ...account, ...expanded }))

/** Response of `POST /v2/accounts` and `GET /v2/accounts/{account_id}`: the account, with its expansions beside it or in it. */
export const accountAnswerSchema = envelopedOne(
  z.union([nestedSchema, z.looseObject({ ...accountShape, ...expandedShape })]),
)
/** An end customer's account. The content of `billing` and `subscriptions` is undocumented. */
export type Account = z.output<typeof accountAnswerSchema>

/** Endpoint of {@link createAccount}. */
export const createAccountEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createAccount',
  method: 'POST',
  path: '/v2/accounts',
  summary: 'Create an account for an end customer',
  body: accountRequestSchema,
  response: { description: 'The account; tokens are had for its number.', schema: accountAnswerSchema },
})

/**
 * Creates an account for an end customer (White Label; `POST /v2/accounts`, with the partner's login). Get its tokens
 * with {@link fetchAccountTokens}.
 * @throws {OutcomeUnknownError} without a response: the account may be there.
 * @see https://wazzup24.com/help/api/accounts/ "Create an end-customer account"
 */
export async function createAccount(
  partner: PartnerClient,
  parameters: AccountParameters,
  options: CallOptions = {},
): Promise<Account> {
  return send(partner.http, createAccountEndpoint, { body: parameters, ...options })
}

const idSchema = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^\d{8}$/, 'has 8 digits'))

const expandSchema = z
  .string()
  .transform((list) => list.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(accountExpansions)))

/** Endpoint of {@link fetchAccount}. */
export const fetchAccountEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchAccount',
  method: 'GET',
  path: '/v2/accounts/:account_id',
  summary: 'Get an account of an end customer',
  params: z.object({ account_id: idSchema }),
  query: z.object({ expand: expandSchema.default([]) }),
  response: { description: 'The account, and what it is expanded by.', schema: accountAnswerSchema },
})

/**
 * Reads an account of an end customer (`GET /v2/accounts/{account_id}`, with the partner's login): `billing` names who was
 * billed last, `channels` and `subscriptions` list what exists. [inferred] The page shows no response with them, nor how
 * to request several: they are joined by commas.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/accounts/ "Retrieve Account Information"
 */
export async function fetchAccount(
  partner: PartnerClient,
  { account_id, expand = [] }: { account_id: string | number; expand?: AccountExpansion[] },
  options: CallOptions = {},
): Promise<Account> {
  return send(partner.http, fetchAccountEndpoint, {
    params: { account_id },
    query: { expand: expand.length > 0 ? expand.join(',') : undefined },
    ...options,
  })
}
