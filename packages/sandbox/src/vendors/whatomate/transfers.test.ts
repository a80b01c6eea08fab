import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'

const mia = { chatType: 'whatsapp', chatId: '37190111122' } as const

describe('conversations that the bot of Whatomate hands over', () => {
  it('are listed by status, latest first', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...mia, text: 'Hello', name: 'Mia' })
    await sandbox.simulate.transfer({ ...ann, change: 'created' })
    sandbox.clock.advance(1_000)
    await sandbox.simulate.transfer({ ...mia, change: 'created' })
    await sandbox.simulate.transfer({ ...mia, change: 'assigned', agentId: 'agent-1' })
    expect(await collect(client.listTransfers())).toMatchObject([
      { contact_name: 'Mia', agent_id: 'agent-1', status: 'active' },
      { contact_name: 'Ann', agent_id: undefined, status: 'active' },
    ])
    await sandbox.simulate.transfer({ ...ann, change: 'resumed' })
    expect(await collect(client.listTransfers({ status: 'active' }))).toMatchObject([{ contact_name: 'Mia' }])
    expect(await collect(client.listTransfers({ status: 'resumed' }))).toMatchObject([
      { contact_name: 'Ann', resumed_at: expect.stringMatching(/Z$/) },
    ])
    const { json } = await callWhatomate(sandbox, 'GET /api/chatbot/transfers?limit=1&offset=1')
    expect(json).toMatchObject({ data: { transfers: [{ contact_name: 'Ann' }], total_count: 2, limit: 1, offset: 1 } })
  })

  it('are sent over the live socket', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const { told } = await openLiveSocket(sandbox)
    for (const change of ['created', 'assigned', 'resumed'] as const)
      await sandbox.simulate.transfer({ ...ann, change, agentId: 'agent-1' })
    await expect.poll(() => told).toHaveLength(3)
    expect(told.map(({ type }) => type)).toEqual(['agent_transfer', 'agent_transfer_assign', 'agent_transfer_resume'])
    expect(told[2]?.payload).toMatchObject({ contact_name: 'Ann', agent_id: 'agent-1', status: 'resumed' })
  })
})
