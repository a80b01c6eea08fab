import { isWhatomateError } from '@crm-chat/vendors/whatomate'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { catchError } from '../../../test/quirks/catchError.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createWhatomateClient } from '../../../test/whatomateClient.ts'

const phone_number = ann.chatId

describe('templates of Whatomate', () => {
  it('are listed with their header, body and buttons', async () => {
    const templates = await collect(createWhatomateClient(await startSandbox()).listTemplates())
    expect(templates).toContainEqual(
      expect.objectContaining({
        name: 'order_shipped',
        status: 'APPROVED',
        body_content: '{{name}}, your order {{order_id}} is on its way.',
        buttons: [{ type: 'URL', text: 'Track it', url: 'https://example.com/track/{{1}}' }],
      }),
    )
  })

  it('have the values of their buttons filled in', async () => {
    const client = createWhatomateClient(await startSandbox())
    const template_params = { name: 'John', order_id: '12345' }
    const template = { phone_number, template_name: 'order_shipped', template_params, button_params: { '0': '777' } }
    const { id } = await client.sendTemplate(template)
    const [contact] = await collect(client.listContacts())
    const { messages } = await client.fetchMessages({ contact_id: contact?.id ?? '' })
    expect(messages).toMatchObject([
      {
        id,
        message_type: 'template',
        content: { body: 'John, your order 12345 is on its way.' },
        interactive_data: {
          type: 'button',
          buttons: [{ type: 'URL', text: 'Track it', url: 'https://example.com/track/777' }],
        },
      },
    ])
  })

  it.each([
    ['header_params', { template_params: { day: 'Monday' }, header_params: { number: '17' } }],
    ['template_params', { template_params: { day: 'Monday', number: '17' } }],
  ])('read the variable of their header from %s', async (_, values) => {
    const client = createWhatomateClient(await startSandbox())
    expect(await client.sendTemplate({ phone_number, template_name: 'booking', ...values })).toMatchObject({
      status: 'pending',
    })
  })

  it('are rejected without the variable of their header', async () => {
    const client = createWhatomateClient(await startSandbox())
    const template = { phone_number, template_name: 'booking', template_params: { day: 'Monday' } }
    const error = await catchError(client.sendTemplate(template))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining('Missing header parameter "number"') })
    expect(isWhatomateError(error, 'TEMPLATE_PARAMETERS_MISSING')).toBe(false)
  })

  it('are complemented by canned responses', async () => {
    const responses = await collect(createWhatomateClient(await startSandbox()).listCannedResponses())
    expect(responses).toContainEqual(expect.objectContaining({ shortcut: 'hi', is_active: true }))
  })
})
