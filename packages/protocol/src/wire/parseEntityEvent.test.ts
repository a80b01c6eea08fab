import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEntityEvent } from './parseEntityEvent.ts'

const context = { chatType: 'whatsapp', chatId: '79998887766', channelId: 'c-1', userId: '7', integrationId: 'i-1' }
const entity = {
  id: '5',
  name: 'Lamps',
  link: 'https://crm.example/deals/5',
  closed: false,
  responsibleUserName: 'Kate',
}

it('reads a deal to be created', () => {
  expect(parseEntityEvent({ type: 'WZ_CREATE_ENTITY', data: context })).toEqual({ type: 'create', ...context })
})

it('reads a deal to be opened', () => {
  expect(parseEntityEvent({ type: 'WZ_OPEN_ENTITY', data: { ...context, entity } })).toEqual({
    type: 'open',
    ...context,
    entity,
  })
})

it('takes numbers for ids, and leaves out what has another shape', () => {
  const data = {
    chatId: 79998887766,
    userId: 7,
    channelId: null,
    chatType: ['vk'],
    entity: { id: 5, closed: 'no', name: {} },
  }
  expect(parseEntityEvent({ type: 'WZ_OPEN_ENTITY', data })).toEqual({
    type: 'open',
    chatId: '79998887766',
    userId: '7',
    entity: { id: '5' },
  })
})

it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '/deals/5', 'JAVASCRIPT://%0aalert(1)'])(
  'leaves out a link to %s',
  (link) => {
    const event = parseEntityEvent({ type: 'WZ_OPEN_ENTITY', data: { entity: { ...entity, link } } })
    expect(event).toMatchObject({ entity: { id: '5' } })
    expect(event && 'entity' in event && 'link' in event.entity).toBe(false)
  },
)

it.each([undefined, null, 7, 'x', []])('reads one with %j for data', (data) => {
  expect(parseEntityEvent({ type: 'WZ_CREATE_ENTITY', data })).toEqual({ type: 'create' })
  expect(parseEntityEvent({ type: 'WZ_OPEN_ENTITY', data })).toEqual({ type: 'open', entity: {} })
})

it('does not read other messages', () => {
  expect(parseEntityEvent({ type: 'WZ_SOMETHING_NEW', data: context })).toBeUndefined()
})

it('returns text for any data', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const { type, ...fields } = parseEntityEvent({ type: 'WZ_CREATE_ENTITY', data }) ?? { type: 'open' as const }
      expect(type).toBe('create')
      expect(Object.values(fields).every((field) => typeof field === 'string')).toBe(true)
    }),
  )
})
