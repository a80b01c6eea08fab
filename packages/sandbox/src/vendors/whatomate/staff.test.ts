import { describe, expect, it } from 'vitest'
import { ann } from '../../../test/fixtures/people.ts'
import { getSockets } from '../../../test/getSockets.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate } from '../../../test/whatomateClient.ts'
import { callWithToken, signIn } from '../../../test/whatomateSession.ts'

const maria = 'maria@example.com'
const mayNot = (message: string) => ({ status: 403, json: { status: 'error', message } })

describe('an agent', () => {
  it('reads and answers customers, and changes neither contacts nor settings', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const { access } = await signIn(sandbox, maria)
    const call = (route: string, body?: unknown) => callWithToken(sandbox, route, access, body)
    const { json } = await call('GET /api/contacts')
    const path = `/api/contacts/${(json as { data: { contacts: { id: string }[] } }).data.contacts[0]?.id}`
    const text = { type: 'text', content: { body: 'Good morning' } }
    expect(await call(`POST ${path}/messages`, text)).toMatchObject({ status: 200 })
    expect(await call('GET /api/users')).toMatchObject(mayNot('Insufficient permissions'))
    expect(await call('GET /api/organizations')).toMatchObject(mayNot('Insufficient permissions'))
    expect(await call('GET /api/webhooks')).toMatchObject(mayNot('Insufficient permissions'))
    expect(await call('POST /api/tags', { name: 'vip', color: 'red' })).toMatchObject(
      mayNot('Insufficient permissions'),
    )
    expect(await call('GET /api/widgets')).toMatchObject(mayNot("You don't have permission to view analytics"))
    const contactRefusals = [
      ['PUT', path, 'update contacts'],
      ['PUT', `${path}/tags`, 'update contact tags'],
      ['PUT', `${path}/assign`, 'assign contacts'],
      ['DELETE', path, 'delete contacts'],
    ]
    for (const [method, at, action] of contactRefusals)
      expect(await call(`${method} ${at}`, {})).toMatchObject(mayNot(`You do not have permission to ${action}`))
  })

  it('is the author of notes, and the user of a socket', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const { access } = await signIn(sandbox, maria)
    const { json } = await callWhatomate(sandbox, 'GET /api/contacts')
    const [contact] = (json as { data: { contacts: { id: string }[] } }).data.contacts
    const route = `POST /api/contacts/${contact?.id}/notes`
    expect(await callWithToken(sandbox, route, access, { content: 'Hers' })).toMatchObject({
      json: { data: { created_by_name: 'Maria Lopez' } },
    })
    expect(await callWhatomate(sandbox, route, { content: 'Its' })).toMatchObject({
      json: { data: { created_by_name: 'Administrator' } },
    })
    const me = await callWithToken(sandbox, 'GET /api/me', access)
    await openLiveSocket(sandbox, { auth: access })
    const { id } = (me.json as { data: { id: string } }).data
    expect((await getSockets(sandbox)).map(({ userId }) => userId)).toEqual([id])
  })

  it('is away until the reset, and is found by a part of the name', async () => {
    const sandbox = await startSandbox()
    const { access } = await signIn(sandbox, maria)
    await callWithToken(sandbox, 'PUT /api/me/availability', access, { is_available: false })
    const find = async () => (await callWhatomate(sandbox, 'GET /api/users?search=LOPEZ')).json
    expect(await find()).toMatchObject({ data: { users: [{ email: maria, is_available: false }], total: 1 } })
    await sandbox.reset()
    expect(await find()).toMatchObject({ data: { users: [{ email: maria, is_available: true }], total: 1 } })
    expect(await callWithToken(sandbox, 'GET /api/me', access)).toMatchObject({ status: 401 })
  })

  it('belongs to the team', async () => {
    const sandbox = await startSandbox()
    const { access } = await signIn(sandbox, maria)
    expect(await callWithToken(sandbox, 'GET /api/teams', access)).toMatchObject({
      json: { data: { teams: [{ name: 'Support', member_count: 2 }], total: 1 } },
    })
  })
})

describe('a tag', () => {
  it('is added once, renamed in contacts, and deleted from them', async () => {
    const sandbox = await startSandbox()
    const call = (route: string, body?: unknown) => callWhatomate(sandbox, route, body)
    const created = await call('POST /api/contacts', { phone_number: '37190111122', tags: ['new', 'vip'] })
    const path = `/api/contacts/${(created.json as { data: { id: string } }).data.id}`
    expect(await call('POST /api/tags', { name: 'vip', color: 'blue' })).toMatchObject({ status: 200 })
    expect(await call('POST /api/tags', { name: 'vip', color: 'red' })).toMatchObject({ status: 409 })
    expect(await call('PUT /api/tags/vip', { name: 'gold' })).toMatchObject({
      json: { data: { name: 'gold', color: 'blue' } },
    })
    expect(await call(`GET ${path}`)).toMatchObject({ json: { data: { tags: ['new', 'gold'] } } })
    expect(await call('DELETE /api/tags/gold')).toMatchObject({ status: 200 })
    expect(await call(`GET ${path}`)).toMatchObject({ json: { data: { tags: ['new'] } } })
    expect(await call('GET /api/tags')).toMatchObject({ json: { data: { tags: [], total: 0 } } })
  })

  it.each([
    ['POST /api/tags', { color: 'blue' }, 400, 'name is required'],
    ['POST /api/tags', { name: 'x'.repeat(51), color: 'blue' }, 400, 'name must be at most 50 characters'],
    [
      'POST /api/tags',
      { name: 'vip', color: 'pink' },
      400,
      'invalid color. Valid colors: blue, red, green, yellow, purple, gray',
    ],
    ['PUT /api/tags/none', {}, 404, 'Tag not found'],
    ['DELETE /api/tags/none', undefined, 404, 'Tag not found'],
  ])('is refused: %s %j', async (route, body, status, message) => {
    expect(await callWhatomate(await startSandbox(), route, body)).toMatchObject({ status, json: { message } })
  })
})

describe('the dashboard', () => {
  it('counts the messages and contacts of a period, and compares it with the one before', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen', at: Date.UTC(2026, 7, 10, 12) } })
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    sandbox.clock.advance(24 * 60 * 60_000)
    await sandbox.simulate.message({ ...ann, text: 'Are you there?' })
    await sandbox.simulate.message({ ...ann, content: 'https://example.com/door.png' })
    const dashboard = await callWhatomate(sandbox, 'GET /api/analytics/dashboard?from=2026-08-11&to=2026-08-11')
    expect(dashboard.json).toMatchObject({
      data: {
        stats: { total_messages: 2, messages_change: 100, total_contacts: 0, contacts_change: -100 },
        recent_messages: [
          { contact_name: 'Ann', content: '[image]', direction: 'incoming' },
          { content: 'Are you there?', status: 'received' },
          { content: 'Hello' },
        ],
      },
    })
    const month = await callWhatomate(sandbox, 'GET /api/widgets/data')
    const { data } = (month.json as { data: { data: Record<string, { value: number }> } }).data
    expect(Object.values(data).map(({ value }) => value)).toEqual([3, 1])
    expect(await callWhatomate(sandbox, 'GET /api/widgets/data?from=1&to=2')).toMatchObject({ status: 400 })
  })
})
