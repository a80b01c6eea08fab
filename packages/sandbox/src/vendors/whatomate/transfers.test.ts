import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'
import { callWithToken, signIn } from '../../../test/whatomateSession.ts'
import type { Sandbox } from '../../index.ts'
import { users } from './users.ts'

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

describe('a conversation', () => {
  const [admin, maria] = users.map(({ userId }) => userId)

  async function start(sandbox: Sandbox) {
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const [contact] = await collect(createWhatomateClient(sandbox).listContacts())
    const { access } = await signIn(sandbox, 'maria@example.com')
    const call = (route: string, body?: unknown) => callWithToken(sandbox, route, access, body)
    return { contact_id: contact?.id ?? '', call }
  }

  it('is handed over, picked by an agent, and given back to the bot', async () => {
    const sandbox = await startSandbox()
    const { contact_id, call } = await start(sandbox)
    const { told } = await openLiveSocket(sandbox)
    const made = await call('POST /api/chatbot/transfers', { contact_id, whatsapp_account: 'Sandbox' })
    expect(made).toMatchObject({ status: 200, json: { data: { transfer: { contact_name: 'Ann', agent_id: null } } } })
    expect(await call('POST /api/chatbot/transfers', { contact_id })).toMatchObject({ status: 409 })
    const picked = await call('POST /api/chatbot/transfers/pick')
    expect(picked).toMatchObject({ json: { data: { transfer: { contact_id, agent_id: maria } } } })
    expect(await call('POST /api/chatbot/transfers/pick')).toMatchObject({ json: { data: { transfer: null } } })
    const { id } = (made.json as { data: { transfer: { id: string } } }).data.transfer
    expect(await call(`PUT /api/chatbot/transfers/${id}/assign`, { agent_id: admin })).toMatchObject({ status: 403 })
    expect(await callWhatomate(sandbox, `PUT /api/chatbot/transfers/${id}/assign`, { agent_id: admin })).toMatchObject({
      json: { data: { agent_id: admin } },
    })
    expect(await call(`PUT /api/chatbot/transfers/${id}/resume`)).toMatchObject({ status: 200 })
    expect(await call(`PUT /api/chatbot/transfers/${id}/resume`)).toMatchObject({ status: 400 })
    const types = ['agent_transfer', 'agent_transfer_assign', 'agent_transfer_assign', 'agent_transfer_resume']
    await expect.poll(() => told.map(({ type }) => type)).toEqual(types)
  })

  it.each([
    ['POST /api/chatbot/transfers', {}, 400, 'contact_id is required'],
    ['POST /api/chatbot/transfers', { contact_id: '7' }, 400, 'Invalid contact_id'],
    ['POST /api/chatbot/transfers', { contact_id: admin }, 404, 'Contact not found'],
    ['POST /api/chatbot/transfers', { contact_id: admin, agent_id: 'nobody' }, 400, 'Invalid agent_id'],
    ['PUT /api/chatbot/transfers/7/resume', undefined, 400, 'Invalid transfer ID'],
    [`PUT /api/chatbot/transfers/${admin}/assign`, {}, 404, 'Transfer not found'],
    ['POST /api/canned-responses/7/use', undefined, 400, 'Invalid canned response ID'],
  ])('is not handed over: %s %j', async (route, body, status, message) => {
    expect(await callWhatomate(await startSandbox(), route, body)).toMatchObject({ status, json: { message } })
  })
})
