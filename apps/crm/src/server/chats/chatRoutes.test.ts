import { createSandbox } from 'crm-chat-sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findFreePort } from '../../../../../scripts/ports.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'

const grace = { chatType: 'whatsapp', chatId: '447700900480' } as const
const maria = { chatType: 'whatsapp', chatId: '79998887766' } as const
const david = { chatType: 'telegram', chatId: '55501234' } as const
const lookup = ({ chatType, chatId }: { chatType: string; chatId: string }): string =>
  `/api/chats/lookup?chatType=${chatType}&chatId=${chatId}`

describe('the lookup of a chat', () => {
  it('leads to the contact and its open deals, and hides those of colleagues', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    expect((await ann.get(lookup(maria))).body).toEqual({
      status: 'contact',
      contactId: 'maria-lindqvist',
      name: 'Maria Lindqvist',
      openDeals: [{ id: expect.any(String), title: '48 bedside lamps, blue' }],
    })
    expect((await ann.get(lookup(david))).body).toEqual({ status: 'hidden' })
    expect((await (await crm.logIn('dov')).get(lookup(david))).body).toMatchObject({ status: 'contact' })
    expect((await ann.get(lookup(grace))).body).toEqual({ status: 'stranger', name: '', phone: '+447700900480' })
    expect((await crm.visitor().get(lookup(maria))).status).toBe(401)
  })
})

describe('a stranger who wrote', () => {
  it('becomes a contact with a deal, once', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const body = { ...grace, name: 'Grace Okoye', company: 'Harbour 28', dealTitle: 'Furniture for 28 seats' }
    const { status, body: added } = await ann.post('/api/chats/contacts', body)
    expect(status).toBe(201)
    const { contactId, dealId } = added as { contactId: string; dealId: string } // As the API says.
    expect((await ann.get(`/api/contacts/${contactId}`)).body).toMatchObject({
      contact: {
        name: 'Grace Okoye',
        company: 'Harbour 28',
        phone: '447700900480',
        chats: [grace],
        responsibleUserId: 'ann',
      },
    })
    expect((await ann.get(`/api/deals/${dealId}`)).body).toMatchObject({
      deal: { title: 'Furniture for 28 seats', contactId, stage: 'new', responsibleUserId: 'ann' },
    })
    expect((await ann.get(lookup(grace))).body).toMatchObject({ status: 'contact', openDeals: [{ id: dealId }] })
    const again = await (await crm.logIn('ben')).post('/api/chats/contacts', { ...grace, name: 'Grace' })
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ error: { code: 'conflict' } })
  })

  it('cannot be added by quality control, nor from a chat of a contact', async () => {
    const crm = await startTestCrm()
    const dov = await crm.logIn('dov')
    expect((await dov.post('/api/chats/contacts', { ...grace, name: 'Grace' })).status).toBe(403)
    const ann = await crm.logIn('ann')
    expect((await ann.post('/api/chats/contacts', { ...david, name: 'David' })).status).toBe(409)
    expect((await ann.post('/api/chats/contacts', { ...grace, name: '' })).status).toBe(400)
  })
})

describe('chats that wait', () => {
  async function startReceiving(): Promise<{ crm: TestCrm; sandbox: Awaited<ReturnType<typeof createSandbox>> }> {
    const sandbox = await createSandbox({ port: 0 })
    onTestFinished(() => sandbox.close())
    const port = await findFreePort()
    const webhooks = { secret: 'a-secret-of-the-tests-1', publicUrl: `http://127.0.0.1:${port}` }
    const crm = await startTestCrm({ port, apiKey: sandbox.apiKey, wazzupUrl: sandbox.url, webhooks })
    await eventually(() => expect(crm.lines.join()).toContain('webhooks registered at the vendor'))
    return { crm, sandbox }
  }

  it('are those of one’s own contacts and of strangers, the longest wait first', async () => {
    const { crm, sandbox } = await startReceiving()
    await sandbox.simulate.message({ ...maria, text: 'One' })
    await sandbox.simulate.message({ ...grace, text: 'Hello', name: 'Grace Okoye' })
    await sandbox.simulate.message({ ...david, text: 'Two' })
    const [ann, ben, carla] = [await crm.logIn('ann'), await crm.logIn('ben'), await crm.logIn('carla')]
    await eventually(async () => expect((await carla.get('/api/waiting')).body).toMatchObject({ total: 3 }))
    expect((await ann.get('/api/waiting')).body).toMatchObject({
      items: [
        {
          ...maria,
          name: 'Maria Lindqvist',
          contactId: 'maria-lindqvist',
          responsibleUserId: 'ann',
          waitingSince: expect.any(Number),
          lastMessage: { text: 'One', isFromCustomer: true },
        },
        { ...grace, name: 'Grace Okoye', contactId: null, responsibleUserId: null },
      ],
      total: 2,
      next: null,
    })
    expect((await ben.get('/api/waiting?limit=1')).body).toMatchObject({ items: [grace], total: 2 })
    const { next } = (await ben.get('/api/waiting?limit=1')).body as { next: string } // As the API says.
    expect((await ben.get(`/api/waiting?limit=1&after=${next}`)).body).toMatchObject({ items: [david], next: null })
    expect((await carla.get('/api/waiting?ownerId=ben')).body).toMatchObject({ items: [david], total: 1 })
    expect((await crm.visitor().get('/api/waiting')).status).toBe(401)
    expect((await ann.get(lookup(grace))).body).toMatchObject({ status: 'stranger', name: 'Grace Okoye' })
  })

  it('leave the list with a reply, also one from the vendor’s own page, and show at the contact', async () => {
    const { crm, sandbox } = await startReceiving()
    const ann = await crm.logIn('ann')
    await sandbox.simulate.message({ ...maria, text: 'Is it ready?' })
    const contact = async () => (await ann.get('/api/contacts/maria-lindqvist')).body
    await eventually(async () =>
      expect(await contact()).toMatchObject({
        contact: { waitingSince: expect.any(Number), lastMessage: { text: 'Is it ready?', isFromCustomer: true } },
      }),
    )
    await sandbox.simulate.reply({ ...maria, text: 'It is.', author: { id: 'ann', name: 'Ann Reyes' } })
    await eventually(async () =>
      expect(await contact()).toMatchObject({ contact: { waitingSince: null, lastMessage: { text: 'It is.' } } }),
    )
    expect((await ann.get('/api/waiting')).body).toMatchObject({ items: [], total: 0 })
  })
})
