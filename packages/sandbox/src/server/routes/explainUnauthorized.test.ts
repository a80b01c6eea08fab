import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { createSandbox, type Sandbox } from '../../index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
})

afterAll(() => sandbox.close())

const unknown = /^No account of the sandbox has this API key\. Use the one that the sandbox was started with\./
const toBasic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

describe('a request that opens no account is told why', () => {
  it.each([
    ['GET /v2/users', '', /^The Authorization header is missing: it must be "Basic <API key>"\.$/],
    ['GET /v2/users', 'sandbox_wazzup', /^The Authorization header has only one part: .*"Basic <API key>"/],
    ['GET /v2/users', 'Bearer sandbox_wazzup', /^The Authorization header has the wrong scheme: .*"Basic <API key>"/],
    ['GET /v2/users', 'Basic other', unknown],
    ['GET /v2/users', toBasic('sandbox_wazzup:'), /sent as it is, without base64\.$/],
    ['GET /v3/channels', '', /^The Authorization header is missing: it must be "Bearer <API key>"\.$/],
    ['GET /v3/channels', 'Basic sandbox_wazzup', /wrong scheme: it must be "Bearer <API key>"/],
    ['GET /v3/channels', 'Bearer other', unknown],
    ['GET /v3/nowhere', 'Bearer other', unknown],
    ['GET /counters/ws_host/api_v3/other', '', /^The last part of the path is the API key\. No account/],
    ['GET /tech/v2/channels', '', /^The Authorization header is missing: it must be "Bearer <client_access_token>"\.$/],
    ['GET /tech/v2/channels', 'Bearer other', /^The client_access_token is unknown to the sandbox or has expired\./],
    ['POST /tech/v2/accounts', '', /^The Authorization header is missing: .*"Basic <email:password in base64>"\.$/],
    [
      'POST /tech/v2/accounts',
      toBasic('partner@example.com:other'),
      /^The partner's e-mail address or password is wrong/,
    ],
  ])('%s with "%s"', async (route, authorization, reason) => {
    const { status, json, text } = await callSandbox(sandbox, route, { headers: { authorization } })
    const { error, description, message } = json as Record<string, unknown> // Each API has its own form.
    const nested = typeof error === 'object' && error !== null ? Reflect.get(error, 'description') : undefined
    expect({ status, reason: nested ?? description ?? message }).toEqual({
      status: 401,
      reason: expect.stringMatching(reason),
    })
    expect(text).not.toContain('sandbox_wazzup')
    expect(text).not.toContain('sandbox_partner')
  })
})
