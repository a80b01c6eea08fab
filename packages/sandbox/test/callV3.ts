import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'

/** Calls a route of API v3, by default with the sandbox's key. */
export function callV3(
  sandbox: Sandbox,
  route: string,
  { body, rawBody, key = sandbox.apiKey }: { body?: unknown; rawBody?: string; key?: string } = {},
): Promise<Answer> {
  const sent = { ...(body === undefined ? {} : { body }), ...(rawBody === undefined ? {} : { rawBody }) }
  return callSandbox(sandbox, route, { ...sent, headers: { authorization: `Bearer ${key}` } })
}
