import { expect, test } from 'vitest'
import { toChannelReason, toRemedy, toTierLimit } from './channelReason.ts'
import { findTransport } from './channelTransports.ts'

test('a channel that works needs nothing, and one with an unknown reason may be tried again', () => {
  expect(toRemedy({ id: '1', transport: 'x', state: 'active', reason: 'blocked' })).toBe('none')
  expect(toRemedy({ id: '1', transport: 'x', state: 'off', reason: 'notenoughmoney' })).toBe('none')
  expect(toRemedy({ id: '1', transport: 'x', state: 'connecting', reason: 'qr' })).toBe('continue')
  expect(toRemedy({ id: '1', transport: 'x', state: 'off', reason: 'blocked' })).toBe('again')
  expect(toRemedy({ id: '1', transport: 'x', state: 'off', reason: 'newreason' })).toBe('again')
  expect(toChannelReason({ reason: 'constructor' })).toBeUndefined()
})

test('an unknown tier is no number', () => {
  expect(toTierLimit('TIER_NEW')).toBeUndefined()
  expect(toTierLimit('1K')).toBeUndefined()
})

test('a transport is found in the spelling of each vendor', () => {
  expect(findTransport('instAPI')?.name).toBe('instAPI')
  expect(findTransport('instagram')?.name).toBe('instAPI')
  expect(findTransport('WhatsApp')?.name).toBe('whatsapp')
  expect(findTransport('icq')).toBeUndefined()
})
