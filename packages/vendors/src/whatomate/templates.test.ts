import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError, VendorRequestError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import { type ErrorCode, errorCodes, isWhatomateError } from './errorCodes.ts'
import * as examples from './fixtures/messages.ts'
import { queuedMessage } from './fixtures/server.ts'
import type { TemplateMessageParameters } from './templates.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const { contact_id } = queuedMessage

describe('sendTemplate', () => {
  const requests = {
    'to a phone number': [{ phone_number: '919800000001', template_name: 'welcome' }, examples.templateByPhoneRequest],
    'with named parameters': [
      { contact_id, template_name: 'order_ready', template_params: { name: 'Ann', order_id: '1017' } },
      examples.templateNamedRequest,
    ],
    'with positional parameters': [
      { phone_number: '919800000001', template_name: 'order_ready', template_params: { '1': 'Ann', '2': '1017' } },
      examples.templatePositionalRequest,
    ],
    'with a link of its own': [
      {
        contact_id,
        template_name: 'order_on_its_way',
        template_params: { name: 'Ann', order_id: '1017' },
        button_params: { '0': '1017' },
      },
      examples.templateButtonRequest,
    ],
  } satisfies Record<string, [TemplateMessageParameters, { payload: unknown }]>

  it.each(Object.entries(requests))(
    'sends a template %s as the documents show it',
    async (_, [parameters, example]) => {
      const server = await startVendor(() => ({ json: examples.templateAnswer.payload }))
      const sent = await createWhatomate({ apiKey, baseUrl: server.url }).sendTemplate(parameters)
      expect(sent).toMatchObject({
        id: '7f2f0c9a-0003-4c1c-9b9c-6aa7bb8cc9dd',
        status: 'pending',
        phone_number: '919800000001',
        template_name: 'order_ready',
      })
      expect(server.requests).toMatchObject([{ method: 'POST', url: '/api/messages/template' }])
      expect(server.requests[0]?.body).toEqual(example.payload)
    },
  )

  it('reads the whole message a server answers with', async () => {
    const server = await startVendor(() => ({ json: { status: 'success', data: queuedMessage } }))
    const whatomate = createWhatomate({ apiKey, baseUrl: server.url })
    await expect(whatomate.sendTemplate({ contact_id, template_id: 't-1' })).resolves.toMatchObject({
      id: queuedMessage.id,
      status: 'pending',
    })
  })

  it.each([
    { template_name: 'welcome' },
    { contact_id, phone_number: '919800000001', template_name: 'welcome' },
    { contact_id },
    { contact_id, template_name: 'welcome', template_id: 't-1' },
    { phone_number: '+919800000001', template_name: 'welcome' },
    { contact_id, template_name: 'welcome', button_params: { first: '1' } },
  ])('refuses %j before it is sent', async (wrong) => {
    const server = await startVendor(() => ({ json: examples.templateAnswer.payload }))
    const sent = createWhatomate({ apiKey, baseUrl: server.url }).sendTemplate(wrong as TemplateMessageParameters)
    await expect(sent).rejects.toThrow(InvalidParametersError)
    expect(server.requests).toHaveLength(0)
  })

  it.each(Object.entries(errorCodes) as [ErrorCode, string][])('knows the refusal %s', async (code, sentence) => {
    const server = await startVendor(() => ({ status: 400, json: { status: 'error', message: sentence, data: null } }))
    const sent = createWhatomate({ apiKey, baseUrl: server.url }).sendTemplate({ contact_id, template_name: 'welcome' })
    const error = await sent.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VendorRequestError)
    expect(isWhatomateError(error, code)).toBe(true)
  })
})
