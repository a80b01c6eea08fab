import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { succeeded, textSchema } from './envelope.ts'
import { userSchema } from './users.ts'

/** Response of a login: cookies carry the tokens, or the body in builds of 2025. */
const signedInSchema = succeeded(
  z.looseObject({
    /** Lifetime of the access token in seconds. */
    expires_in: z.int().positive(),
    user: userSchema,
    access_token: z.string().optional(),
    refresh_token: z.string().optional(),
  }),
)

/** Endpoint of the login. */
export const logInEndpoint = defineEndpoint({
  operation: 'whatomate.logIn',
  method: 'POST',
  path: '/api/auth/login',
  summary: 'Sign a user in with e-mail and password',
  body: z.looseObject({ email: textSchema, password: textSchema }),
  response: { description: 'The user; cookies contain the tokens.', schema: signedInSchema },
})

/** Endpoint that exchanges a refresh token, from its cookie or the body, for new tokens. Each is good for one exchange. */
export const refreshSessionEndpoint = defineEndpoint({
  operation: 'whatomate.refreshSession',
  method: 'POST',
  path: '/api/auth/refresh',
  summary: 'Exchange a refresh token for new tokens',
  response: { description: 'The user; cookies contain the tokens.', schema: signedInSchema },
})

/** Endpoint that ends a session. */
export const logOutEndpoint = defineEndpoint({
  operation: 'whatomate.logOut',
  method: 'POST',
  path: '/api/auth/logout',
  summary: 'End the session',
  response: {
    description: 'The session has ended; its cookies are deleted.',
    schema: succeeded(z.looseObject({ status: z.literal('logged_out') })),
  },
})

/** Endpoint that changes the organization of a session. */
export const switchOrganizationEndpoint = defineEndpoint({
  operation: 'whatomate.switchOrganization',
  method: 'POST',
  path: '/api/auth/switch-org',
  summary: 'Continue the session in another organization of the user',
  body: z.looseObject({ organization_id: textSchema }),
  response: { description: 'The user; cookies contain the tokens.', schema: signedInSchema },
})

/** Endpoint of the single sign-on providers, which the login page asks for first. It needs no session. */
export const listSsoProvidersEndpoint = defineEndpoint({
  operation: 'whatomate.listSsoProviders',
  method: 'GET',
  path: '/api/auth/sso/providers',
  summary: 'List the providers of single sign-on',
  response: {
    description: 'The enabled providers.',
    schema: succeeded(z.array(z.looseObject({ provider: z.string(), name: z.string() }))),
  },
})
