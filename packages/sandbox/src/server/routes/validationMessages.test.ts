import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { callWhatomate } from '../../../test/whatomateClient.ts'
import { vendorApis } from '../../emulatedVendors.ts'
import { createSandbox, type Sandbox } from '../../index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, limit: false })
})

afterAll(() => sandbox.close())

/** The validator library's own words. */
const rawText =
  /Invalid (input|option|URL|UUID|GUID|ISO|string|key|element|discriminator|base64)|Too (small|big)|Unrecognized key|, received |to have [<>=]/

describe('the refusal of an invalid body', () => {
  it('is told in the form of API V2, with the field, the reason and what is allowed', async () => {
    const body = { user: { id: '', name: 5 }, scope: 'all', filter: 'none' }
    expect((await callSandbox(sandbox, 'POST /v2/iframe', { body })).json).toEqual({
      error: {
        code: 'VALIDATION_ERROR',
        description:
          'user.id: must not be empty; user.name: must be a text, not a number; ' +
          'scope: must be one of "global", "card", not "all"; filter: must be a list, not a text',
      },
    })
  })

  it('tells in the form of API v3 why items are invalid, and names their fields in its data', async () => {
    const contact = { id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }
    const body = [contact, { ...contact, id: '2', name: '' }, { ...contact, id: '3', uri: 'crm' }, contact]
    expect((await callV3(sandbox, 'POST /v3/contacts', { body })).json).toMatchObject({
      error: 'INVALID_CONTACTS_DATA',
      description:
        '1.name: must not be empty; 2.uri: must be an http or https address, e.g. https://example.com/page; ' +
        '3.id: must not be the id of another item in the same request',
      data: [
        { index: 1, fields: ['name'] },
        { index: 2, fields: ['uri'] },
        { index: 3, fields: ['id'] },
      ],
    })
  })

  it("names the closest part of a union's, e.g. the type of an id", async () => {
    const { json } = await callV3(sandbox, 'POST /v3/users', {
      body: [
        { id: {}, name: 'Kate' },
        { id: '', name: 'Ben' },
      ],
    })
    expect(json).toMatchObject({
      description: '0.id: must be a text or a number, not an object; 1.id: must not be empty',
    })
  })

  it('is a sentence of the tech API', async () => {
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    const body = { data: [{ url: 'here', event: 'message.add' }] }
    expect((await callSandbox(sandbox, 'POST /tech/v2/webhooks', { headers, body })).json).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: 'data.0.url must be an http or https address, e.g. https://example.com/page',
    })
    expect((await callSandbox(sandbox, 'POST /tech/v2/webhooks', { headers, body: {} })).json).toMatchObject({
      message: 'data is required and must be a list',
    })
  })

  it("begins with Whatomate's own words", async () => {
    const body = { name: 'CRM', url: 'http://127.0.0.1:1/', events: ['message.incoming'], is_active: 'yes' }
    expect((await callWhatomate(sandbox, 'POST /api/webhooks', body)).json).toEqual({
      status: 'error',
      message: 'Invalid request body: is_active must be true or false, not a text',
      data: null,
    })
  })

  it('never has the words of the validator, whatever the body', async () => {
    const routes = vendorApis.flatMap((api) =>
      api.routes
        .filter(({ body, method }) => body !== undefined && method !== 'GET')
        .map(({ method, path }) => `${method} ${api.hosts[0]}${path.replaceAll(/:\w+/g, '1')}`),
    )
    expect(routes.length).toBeGreaterThan(40)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), anyBody, async (route, body) => {
        const scheme = route.includes(' /v2') ? 'Basic' : 'Bearer'
        const headers = { authorization: `${scheme} ${sandbox.apiKey}`, 'x-api-key': `whm_${'0'.repeat(32)}` }
        const { text } = await callSandbox(sandbox, route, { headers, body })
        expect(text).not.toMatch(rawText)
      }),
      { numRuns: 400 },
    )
  })
})

const fieldNames = ['id', 'name', 'chatType', 'chatId', 'channelId', 'text', 'scope', 'user', 'filter', 'data', 'url']
const otherNames = ['contactData', 'phone', 'recipient', 'chat_type', 'transport', 'event', 'events', 'buttonsObject']
const leaf = fc.oneof(
  fc.constantFrom('', 'x', 'whatsapp', 'global', null, true, 0, -1, 1.5, 'y'.repeat(20_000)),
  fc.string(),
)
const { anyBody } = fc.letrec((tie) => ({
  anyBody: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('anyBody'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fieldNames, ...otherNames), tie('anyBody'), { maxKeys: 6 }),
  ),
}))
