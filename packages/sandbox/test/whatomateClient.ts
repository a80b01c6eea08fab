import { createWhatomate, type Whatomate, type WhatomateOptions } from '@crm-chat/vendors/whatomate'
import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'

/** The sandbox's default key for Whatomate. */
export const whatomateKey = `whm_${'0'.repeat(32)}`

/** Creates the real client of Whatomate for a sandbox. */
export function createWhatomateClient({ url }: Sandbox, options: Partial<WhatomateOptions> = {}): Whatomate {
  return createWhatomate({ apiKey: whatomateKey, baseUrl: `${url}/whatomate`, ...options })
}

/** Calls a route as documented, e.g. `GET /api/contacts`. */
export function callWhatomate(sandbox: Sandbox, route: string, body?: unknown): Promise<Answer> {
  return callSandbox(sandbox, route.replace(' /api', ' /whatomate/api'), {
    headers: { 'x-api-key': whatomateKey },
    ...(body === undefined ? {} : { body }),
  })
}
