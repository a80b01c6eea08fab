import { RateLimitedError } from '@crm-chat/vendors/whatomate'
import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { ann } from '../../test/fixtures/people.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient, whatomateKey } from '../../test/whatomateClient.ts'

describe('a Whatomate server with a quirk', () => {
  it('answers 200 requests a minute and no more', async () => {
    const sandbox = await startSandbox({ quirks: ['whatomate.rateLimit'] })
    for (let count = 0; count < 200; count++) await callWhatomate(sandbox, 'GET /api/templates')
    const asking = collect(createWhatomateClient(sandbox, { retries: 0 }).listContacts())
    await expect(asking).rejects.toBeInstanceOf(RateLimitedError)
    await expect(asking).rejects.toMatchObject({ retryAfterMs: 60_000 })
    sandbox.clock.advance(60_000)
    expect(await callWhatomate(sandbox, 'GET /api/templates')).toMatchObject({ status: 200 })
  })

  it('takes no request above 4 MiB, and says so without JSON', async () => {
    const sandbox = await startSandbox({ quirks: ['whatomate.smallBodies'] })
    const answer = await fetch(`${sandbox.url}/whatomate/api/messages/media`, {
      method: 'POST',
      headers: { 'x-api-key': whatomateKey },
      body: 'x'.repeat(4 * 1024 * 1024 + 1),
    })
    expect([answer.status, await answer.text()]).toEqual([400, 'Error when parsing request'])
  })

  it('takes back that a message was read', async () => {
    const sandbox = await startSandbox({ quirks: ['whatomate.statusRegression'] })
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const [contact] = await collect(client.listContacts())
    const contact_id = contact?.id ?? ''
    await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
    await sandbox.simulate.message({ ...ann, text: 'Thanks' })
    await expect
      .poll(async () => (await client.fetchMessages({ contact_id })).messages[1])
      .toMatchObject({ status: 'delivered' })
  })
})
