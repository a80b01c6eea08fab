import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import { createWazzupTech, type WazzupTech } from './createWazzupTech.ts'
import { webhookEventSchema } from './webhookEvents.ts'

const address = 'https://crm.example.com/hooks/3f9a'
const done = { json: { data: null, meta: { timestamp: 1_767_225_600 } } }

describe('webhook subscriptions', () => {
  it('are created for every event, several at once', async () => {
    const { url, requests } = await startVendor(() => done)
    const targets = webhookEventSchema.options.map((event) => ({ url: address, event }))
    await createWazzupTech({ accessToken: 't', baseUrl: url }).createWebhooks(targets)
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/webhooks', body: { data: targets } }])
    expect(targets).toHaveLength(15)
  })

  it('are read, also those for events that are new', async () => {
    const data = [
      { id: 7, url: address, event: 'message.add' },
      { id: '8', url: address, event: 'message.pinned' },
    ]
    const { url } = await startVendor(() => ({ json: { data } }))
    const subscriptions = await createWazzupTech({ accessToken: 't', baseUrl: url }).fetchWebhooks()
    expect(subscriptions).toEqual([{ ...data[0], id: '7' }, data[1]])
  })

  it('are changed and ended by their ids', async () => {
    const { url, requests } = await startVendor(() => done)
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await wazzup.updateWebhooks([{ id: '7', url: address, event: 'message.edit' }])
    await wazzup.deleteWebhooks(['7', '8'])
    expect(requests).toMatchObject([
      { method: 'PATCH', url: '/v2/webhooks', body: { data: [{ id: '7', url: address, event: 'message.edit' }] } },
      { method: 'DELETE', url: '/v2/webhooks', body: { data: [{ id: '7' }, { id: '8' }] } },
    ])
  })

  it('need an address that is one', async () => {
    const { url, requests } = await startVendor(() => done)
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    const created = wazzup.createWebhooks([{ url: 'ftp://crm.example.com', event: 'message.add' }])
    await expect(created).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('settings', () => {
  it('are read and set', async () => {
    const role = { channel_id: 'c-1', user_id: '7', role: 'seller', allow_get_new_clients: true } as const
    const { url, requests } = await startVendor(({ method }) =>
      method === 'GET' ? { json: { data: { user_roles: [role], newer: 1 } } } : done,
    )
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.fetchSettings()).resolves.toEqual({ user_roles: [role], newer: 1 })
    await wazzup.updateSettings({ user_roles: [role] })
    expect(requests[1]).toMatchObject({ method: 'PATCH', url: '/v2/settings', body: { user_roles: [role] } })
  })

  it('are not set to nothing', async () => {
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: 'http://127.0.0.1:9' })
    await expect(wazzup.updateSettings({})).rejects.toThrow(InvalidParametersError)
  })
})

describe('createTemplate', () => {
  const parameters: Parameters<WazzupTech['createTemplate']>[0] = {
    template: {
      title: 'Order ready',
      waba: { waba_id: '1001', waba_name: 'Shop' },
      channels: ['c-1'],
      category: 'UTILITY',
      language: 'en',
      components: [
        { type: 'BODY', text: 'Your order {{1}} is ready', example: ['17'] },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example.com' }] },
      ],
    },
    is_draft: false,
  }

  it('hands a template in', async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { id: 'tpl-1' } } }))
    const created = await createWazzupTech({ accessToken: 't', baseUrl: url }).createTemplate(parameters)
    expect(created).toEqual({ id: 'tpl-1' })
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/templates/waba', body: parameters }])
  })

  it('refuses a category that is not there before it is sent', async () => {
    const { url, requests } = await startVendor(() => done)
    const wrong = { ...parameters, template: { ...parameters.template, category: 'SPAM' as 'UTILITY' } }
    const created = createWazzupTech({ accessToken: 't', baseUrl: url }).createTemplate(wrong)
    await expect(created).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
