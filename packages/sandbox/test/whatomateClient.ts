import { createWhatomate, type Whatomate, type WhatomateOptions } from '@crm-chat/vendors/whatomate'
import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'

/** The key that a sandbox has for Whatomate unless it is given another. */
export const whatomateKey = `whm_${'0'.repeat(32)}`

/** The real client of Whatomate, at a sandbox. */
export function createWhatomateClient({ url }: Sandbox, options: Partial<WhatomateOptions> = {}): Whatomate {
  return createWhatomate({ apiKey: whatomateKey, baseUrl: `${url}/whatomate`, ...options })
}

/** Calls a route as it is written in the documents, e.g. `GET /api/contacts`. */
export function callWhatomate(sandbox: Sandbox, route: string, body?: unknown): Promise<Answer> {
  return callSandbox(sandbox, route.replace(' /api', ' /whatomate/api'), {
    headers: { 'x-api-key': whatomateKey },
    ...(body === undefined ? {} : { body }),
  })
}
