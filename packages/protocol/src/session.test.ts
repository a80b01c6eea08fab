import { expect, it } from 'vitest'
import { sessionSchema } from './session.ts'

const session = {
  user: { id: '7', name: 'Ann' },
  vendor: 'wazzup-v2',
  chatTypes: ['whatsapp'],
  capabilities: ['window', 'unanswered', 'events'],
  serverTime: '2026-01-02T03:04:05.000Z',
}

it.each([
  ['as it is', {}],
  ['of a vendor with a messenger that is not known yet', { chatTypes: ['whatsapp', 'pigeon'] }],
  ['of a proxy that can do more', { capabilities: ['window', 'telepathy'] }],
  ['of a vendor that is not known yet', { vendor: 'carrier-pigeons' }],
])('a session is read %s', (_, change) => {
  expect(sessionSchema.parse({ ...session, ...change })).toEqual({ ...session, ...change })
})

it('a session is read without the fields that are not known yet', () => {
  const newer = { ...session, user: { ...session.user, roles: ['admin'] }, theme: 'dark' }
  expect(sessionSchema.parse(newer)).toEqual(session)
})

it.each([
  ['without a user', { user: null }],
  ['with a user that has no id', { user: { name: 'Ann' } }],
  ['without capabilities', { capabilities: undefined }],
  ['with capabilities that are no words', { capabilities: { scopes: ['global'] } }],
  ['with a messenger that is no word', { chatTypes: [7] }],
])('a session is refused %s', (_, change) => {
  expect(sessionSchema.safeParse({ ...session, ...change }).success).toBe(false)
})
