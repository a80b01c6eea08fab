import { createWazzupTech, type WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'

/** The real client of the tech API, at a sandbox. */
export function createTechClient({ url, apiKey }: Sandbox, accessToken = apiKey): WazzupTech {
  return createWazzupTech({ accessToken, baseUrl: `${url}/tech` })
}

/** Calls a route of the tech API as it is written in the documents, e.g. `POST /v2/channels`. */
export function callTech(sandbox: Sandbox, route: string, body?: unknown): Promise<Answer> {
  return callSandbox(sandbox, route.replace(' /v2', ' /tech/v2'), {
    headers: { authorization: `Bearer ${sandbox.apiKey}` },
    ...(body === undefined ? {} : { body }),
  })
}

/** The shape of every refusal of the tech API. */
export function techRefusal(message: unknown, error = 'Bad Request', statusCode = 400) {
  return { statusCode, error, message }
}
