import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError, VendorUnavailableError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const url = 'https://crm.example.com/hook'
const webhook = { id: 'w-1', name: 'CRM', url, events: ['message.incoming'], is_active: true, has_secret: true }
const success = (data: unknown) => ({ json: { status: 'success', data } })

describe('webhooks', () => {
  it('are listed', async () => {
    const server = await startVendor(() => success({ webhooks: [webhook] }))
    const webhooks = await createWhatomate({ apiKey, baseUrl: server.url }).fetchWebhooks()
    expect(webhooks).toEqual([webhook])
  })

  it('are registered with a secret, changed, tested and removed', async () => {
    const server = await startVendor(() => success(webhook))
    const client = createWhatomate({ apiKey, baseUrl: server.url })
    const given = { name: 'CRM', url, events: ['message.incoming'], secret: 'a-secret' }
    expect(await client.createWebhook(given)).toEqual(webhook)
    expect(await client.updateWebhook({ webhook_id: 'w-1', is_active: false })).toEqual(webhook)
    await client.testWebhook({ webhook_id: 'w-1' })
    await client.deleteWebhook({ webhook_id: 'w-1' })
    expect(server.requests.map((request) => [request.method, request.url, request.text])).toEqual([
      ['POST', '/api/webhooks', JSON.stringify(given)],
      ['PUT', '/api/webhooks/w-1', '{"is_active":false}'],
      ['POST', '/api/webhooks/w-1/test', ''],
      ['DELETE', '/api/webhooks/w-1', ''],
    ])
  })

  it('need an event that there is', async () => {
    const client = createWhatomate({ apiKey, baseUrl: 'http://127.0.0.1:9' })
    const registering = client.createWebhook({ name: 'CRM', url, events: ['message:incoming'] })
    await expect(registering).rejects.toThrow(InvalidParametersError)
  })

  it('may not answer their test', async () => {
    const json = { status: 'error', message: 'Webhook test failed: status 500', data: null }
    const server = await startVendor(() => ({ status: 502, json }))
    const client = createWhatomate({ apiKey, baseUrl: server.url, retries: 0 })
    await expect(client.testWebhook({ webhook_id: 'w-1' })).rejects.toThrow(VendorUnavailableError)
  })
})
