import { createWazzupTech, type WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'

/** Creates the real client of the tech API for a sandbox. */
export function createTechClient({ url, apiKey }: Sandbox, accessToken = apiKey): WazzupTech {
  return createWazzupTech({ accessToken, baseUrl: `${url}/tech` })
}

/** Calls a route of the tech API as documented, e.g. `POST /v2/channels`. */
export function callTech(sandbox: Sandbox, route: string, body?: unknown): Promise<Answer> {
  return callSandbox(sandbox, route.replace(' /v2', ' /tech/v2'), {
    headers: { authorization: `Bearer ${sandbox.apiKey}` },
    ...(body === undefined ? {} : { body }),
  })
}

/** Builds the expected body of the tech API's errors. */
export function techRefusal(message: unknown, error = 'Bad Request', statusCode = 400) {
  return { statusCode, error, message }
}
