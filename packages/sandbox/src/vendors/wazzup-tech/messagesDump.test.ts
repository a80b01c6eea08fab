import { describe, expect, it } from 'vitest'
import { ann } from '../../../test/fixtures/people.ts'
import { techMessageExamples } from '../../../test/fixtures/techMessageExamples.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech, createTechClient } from '../../../test/techClient.ts'

const meta = { timestamp: expect.any(Number) }

describe('an export over the tech API', () => {
  it('is queued for an existing channel, and reported as documented', async () => {
    const sandbox = await startSandbox()
    const { channel_id } = await createTechClient(sandbox).createChannel({
      transport: 'avito',
      credentials: { code: 'x' },
    })
    const example = { ...techMessageExamples['Export messages'], channel_id }
    const { json } = await callTech(sandbox, 'POST /v2/messages/messages_dump', example)
    expect(json).toEqual({ data: { status: 'pending', export_id: expect.any(String) }, meta })
    const { export_id } = (json as { data: { export_id: string } }).data
    const asked = await callTech(sandbox, `GET /v2/messages/messages_dump/${export_id}`)
    expect(asked.json).toEqual({ data: { status: 'pending', url: null }, meta })
  })

  it('progresses by the clock, and ends with a file to download', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: '=HYPERLINK("https://evil.example")' })
    const start_at = new Date(sandbox.clock.now() - 60_000).toISOString()
    const end_at = new Date(sandbox.clock.now() + 60_000).toISOString()
    const { export_id } = await client.createMessagesDump({ start_at, end_at })
    sandbox.clock.advance(1_000)
    await expect.poll(() => client.fetchMessagesDump({ export_id })).toEqual({ status: 'processing', url: null })
    sandbox.clock.advance(1_000)
    await expect.poll(() => client.fetchMessagesDump({ export_id })).toMatchObject({ status: 'done' })
    const { url } = await client.fetchMessagesDump({ export_id })
    const download = await fetch(url ?? '')
    expect(download.headers.get('content-disposition')).toContain('messages.csv')
    expect(await download.text()).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })

  it('reports an error response to the webhook that carries the link', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const receiver = await startReceiver()
    await client.createWebhooks([{ url: receiver.url, event: 'messages_dump.status_update' }])
    receiver.answer.status = 500
    const { export_id } = await client.createMessagesDump({
      start_at: '2025-01-01T00:00:00Z',
      end_at: '2025-02-01T00:00:00Z',
    })
    sandbox.clock.advance(1_000)
    await expect.poll(() => client.fetchMessagesDump({ export_id })).toMatchObject({ status: 'processing' })
    sandbox.clock.advance(1_000)
    await expect
      .poll(() => client.fetchMessagesDump({ export_id }))
      .toEqual({ status: 'webhook_failed', url: expect.stringMatching(/messages\.csv$/) })
  })

  it('is rejected for an unknown channel and an unknown export', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    await expect(client.createMessagesDump(techMessageExamples['Export messages'])).rejects.toMatchObject({
      status: 404,
    })
    await expect(client.fetchMessagesDump({ export_id: 'nothing' })).rejects.toMatchObject({ status: 404 })
  })
})
