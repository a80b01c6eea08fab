import { describe, expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { contactResponseSchema, contactsResponseSchema } from '../../api/contact.ts'

function namesIn(body: unknown): string[] {
  return contactsResponseSchema.parse(body).items.map(({ name }) => name)
}

describe('listing contacts', () => {
  it('shows no contacts without a login', async () => {
    const crm = await startTestCrm()
    for (const path of ['/api/contacts', '/api/contacts/maria-lindqvist']) {
      const response = await crm.visitor().get(path)
      expect(response.status).toBe(401)
      expect(response.body).toEqual({ error: { code: 'unauthenticated', message: expect.any(String) } })
    }
  })

  it('shows each user only their own contacts, sorted by name', async () => {
    const crm = await startTestCrm()
    const anns = namesIn((await (await crm.logIn('ann')).get('/api/contacts')).body)
    const bens = namesIn((await (await crm.logIn('ben')).get('/api/contacts')).body)
    expect(anns).toContain('Maria Lindqvist')
    expect(bens).toContain('David Chen')
    expect(anns.filter((name) => bens.includes(name))).toEqual([])
    expect(anns).toEqual([...anns].sort())
  })

  it('treats another user’s contact as missing', async () => {
    const crm = await startTestCrm()
    const [ann, ben] = [await crm.logIn('ann'), await crm.logIn('ben')]
    expect((await ann.get('/api/contacts/maria-lindqvist')).body).toMatchObject({
      contact: { name: 'Maria Lindqvist', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] },
    })
    const others = await ben.get('/api/contacts/maria-lindqvist')
    const missing = await ben.get('/api/contacts/nobody')
    expect(others.status).toBe(404)
    expect(others.body).toEqual(missing.body)
  })
})

describe('searching contacts', () => {
  it.each([
    ['skargarden', ['Maria Lindqvist']],
    ['SKÄRGÅRDEN', ['Maria Lindqvist']],
    ['tomas', ['Tomás Ferreira']],
    ['0142', ['Priya Raman']],
    ['447700900142', ['Priya Raman']],
    ['+44 770 090 0142', ['Priya Raman']],
    ['+44 (0)7700 900142', ['Priya Raman']],
    ['0044 7700\u2011900142', ['Priya Raman']],
    ['07700 900142', ['Priya Raman']],
    ['8 (999) 888-77-66', ['Maria Lindqvist']],
    ['+7 999 888 7766', ['Maria Lindqvist']],
    ['+', []],
    ['@studiomarchetti', ['Elena Marchetti']],
    ['%', []],
    ['David', []],
  ])('finds %s', async (search, names) => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    expect(namesIn((await ann.get(`/api/contacts?search=${encodeURIComponent(search)}`)).body)).toEqual(names)
  })
})

describe('adding a contact', () => {
  const olu = { name: 'Olu Adeyemi', company: 'Ember & Oak', phone: '+44 7700 900-555' }

  it('adds it to the user, with a WhatsApp chat of its number', async () => {
    const crm = await startTestCrm()
    const [ann, ben] = [await crm.logIn('ann'), await crm.logIn('ben')]
    const created = await ann.post('/api/contacts', olu)
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      contact: {
        id: expect.any(String),
        name: 'Olu Adeyemi',
        company: 'Ember & Oak',
        phone: '447700900555',
        chats: [{ chatType: 'whatsapp', chatId: '447700900555' }],
        position: '',
        companyId: expect.any(String),
        email: '',
        responsibleUserId: 'ann',
        openDealCount: 0,
        waitingSince: null,
        lastMessage: null,
        createdAt: expect.any(Number),
        updatedAt: expect.any(Number),
        deletedAt: null,
        version: 1,
      },
    })
    expect(namesIn((await ann.get('/api/contacts?search=olu')).body)).toEqual(['Olu Adeyemi'])
    expect(namesIn((await ben.get('/api/contacts?search=olu')).body)).toEqual([])
  })

  it.each([
    ['no name', { ...olu, name: '  ' }, 'name'],
    ['a name of nothing but NUL', { ...olu, name: '\0' }, 'name'],
    ['a name with NUL', { ...olu, name: 'Olu\0Adeyemi' }, 'name'],
    ['a name of two lines', { ...olu, name: 'Olu\nAdeyemi' }, 'name'],
    ['a name of two lines, by a separator', { ...olu, name: 'Olu\u2028Adeyemi' }, 'name'],
    ['a name that turns the text around', { ...olu, name: 'Olu \u202eimeyedA' }, 'name'],
    ['a name with an isolate that never ends', { ...olu, name: 'Olu \u2066Adeyemi' }, 'name'],
    ['a name with an Arabic letter mark', { ...olu, name: 'Olu\u061cAdeyemi' }, 'name'],
    ['a company that turns the text around', { ...olu, company: '\u202ekaO' }, 'company'],
    ['a company with NUL', { ...olu, company: 'Ember\0Oak' }, 'company'],
    ['an invalid e-mail address', { ...olu, email: 'olu at example' }, 'email'],
    ['an unknown messenger', { ...olu, chats: [{ chatType: 'icq', chatId: '1' }] }, 'chats.0.chatType'],
    ['an account with spaces', { ...olu, chats: [{ chatType: 'telegram', chatId: 'olu adeyemi' }] }, 'chats.0.chatId'],
    ['a number with letters', { ...olu, phone: '+44 call me' }, 'phone'],
    ['a number without a country code', { ...olu, phone: '07700 900555' }, 'phone'],
    ['a number that is too short', { ...olu, phone: '+44 123' }, 'phone'],
  ])('names the field for %s', async (_, body, field) => {
    const crm = await startTestCrm()
    const response = await (await crm.logIn('ann')).post('/api/contacts', body)
    expect(response.status).toBe(400)
    expect(response.body).toMatchObject({ error: { code: 'invalid_request', fields: { [field]: expect.any(String) } } })
  })

  it.each([
    ['8 (999) 888-00-11', '79998880011'],
    ['+44 (0)7700 900123', '447700900123'],
    ['+44 7700 900\u0000555', '447700900555'],
    ['\u202a+44 7700\u2011900125\u202c', '447700900125'],
    ['https://wa.me/447700900132', '447700900132'],
  ])('keeps the number of %s as %s', async (phone, digits) => {
    const crm = await startTestCrm()
    const response = await (await crm.logIn('ann')).post('/api/contacts', { ...olu, phone })
    expect(response.body).toMatchObject({ contact: { phone: digits, chats: [{ chatId: digits }] } })
  })

  it.each(['+7 (999) 888-77-66', '8 (999) 888-77-66', 'tel:+79998887766'])(
    'rejects a number another contact has, in any spelling: %s',
    async (phone) => {
      const crm = await startTestCrm()
      const response = await (await crm.logIn('ben')).post('/api/contacts', { ...olu, phone })
      expect(response.status).toBe(409)
      expect(response.body).toMatchObject({ error: { code: 'conflict', fields: { phone: expect.any(String) } } })
    },
  )

  it('needs only a name', async () => {
    const crm = await startTestCrm()
    const created = await (await crm.logIn('ann')).post('/api/contacts', { name: 'Olu' })
    expect(created.body).toMatchObject({ contact: { name: 'Olu', companyId: null, company: '', phone: '', chats: [] } })
  })

  it('takes accounts as people paste them', async () => {
    const crm = await startTestCrm()
    const chats = [
      { chatType: 'telegram', chatId: 'https://t.me/olu_adeyemi' },
      { chatType: 'instagram', chatId: '@olu.makes' },
      { chatType: 'whatsapp', chatId: '+44 7700 900555' },
    ]
    const created = await (await crm.logIn('ann')).post('/api/contacts', { name: 'Olu', chats })
    expect(created.body).toMatchObject({
      contact: { chats: [{ chatId: 'olu_adeyemi' }, { chatId: 'olu.makes' }, { chatId: '447700900555' }] },
    })
  })

  it('uses the company of that name, whatever its case and accents, and adds a new one', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const [known, created, again] = [
      await ann.post('/api/contacts', { name: 'Stina', company: 'hotel skargarden' }),
      await ann.post('/api/contacts', { name: 'Olu', company: 'Ember & Oak' }),
      await ann.post('/api/contacts', { name: 'Ife', company: 'EMBER & OAK' }),
    ].map(({ body }) => contactResponseSchema.parse(body).contact)
    expect(known?.company).toBe('Hotel Skärgården')
    expect(again?.companyId).toBe(created?.companyId)
  })

  it('lets only managers and administrators choose the responsible user', async () => {
    const crm = await startTestCrm()
    const [ben, carla] = [await crm.logIn('ben'), await crm.logIn('carla')]
    expect((await ben.post('/api/contacts', { ...olu, responsibleUserId: 'ann' })).status).toBe(403)
    expect((await carla.post('/api/contacts', { ...olu, responsibleUserId: 'ann' })).body).toMatchObject({
      contact: { responsibleUserId: 'ann' },
    })
    for (const responsibleUserId of ['dov', 'nobody']) {
      expect((await carla.post('/api/contacts', { name: 'Ife', responsibleUserId })).status, responsibleUserId).toBe(
        400,
      )
    }
  })
})
