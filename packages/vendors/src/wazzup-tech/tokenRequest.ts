import * as z from 'zod'
import { envelopedOne } from './envelope.ts'

const secretSchema = z.string().min(1)
const scopeSchema = z.string().regex(/^[a-z]+(,[a-z]+)*$/, 'a scope is a list like transport,crm')

/** Body of `POST /v2/oauth/token`: one of four grants, each with its data under a name of its own. */
export const tokenRequestSchema = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    authorize_code_data: z.object({
      code: secretSchema,
      redirect_uri: z.url(),
      client_id: secretSchema,
      code_verifier: z.string().regex(/^[A-Za-z0-9\-._~]{43,128}$/),
    }),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    refresh_token_data: z.object({ refresh_token: secretSchema, client_id: secretSchema }),
  }),
  z.object({
    grant_type: z.literal('client_credentials'),
    client_credentials_data: z.object({ scope: scopeSchema }),
  }),
  z.object({
    grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
    token_exchange_data: z.object({
      subject_token: secretSchema,
      subject_token_type: z.literal('urn:wazzup:oauth:token-type:machine_token'),
      requested_subject: z.string().regex(/^\d+$/, 'an account_id is digits only'),
      scope: scopeSchema,
    }),
  }),
])
/** One of four grants. */
export type TokenRequest = z.input<typeof tokenRequestSchema>

const tokensSchema = z.object({
  access_token: secretSchema,
  refresh_token: secretSchema.nullish(),
  expires_in: z.number().positive().nullish(),
})
/** Response of `POST /v2/oauth/token`; `expires_in` is in seconds, an hour where it is missing. */
export const tokenAnswerSchema = z.union([envelopedOne(tokensSchema), tokensSchema])

/** Secrets in a request for tokens, which must not appear in errors. */
export function secretsOf(request: TokenRequest): string[] {
  if (request.grant_type === 'authorization_code') {
    return [request.authorize_code_data.code, request.authorize_code_data.code_verifier]
  }
  if (request.grant_type === 'refresh_token') return [request.refresh_token_data.refresh_token]
  return 'token_exchange_data' in request ? [request.token_exchange_data.subject_token] : []
}
