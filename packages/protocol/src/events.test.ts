import { expect, it } from 'vitest'
import { eventSchemas } from './events.ts'

const at = '2026-01-02T03:04:05.000Z'
const chat = { chatType: 'whatsapp', chatId: '79998887766' }
const channel = { id: 'c', transport: 'whatsapp', state: 'active' }

it.each([
  ['session', { userId: '7', serverTime: at }],
  ['unanswered', { status: 'live', count: 3, tone: 'red', epoch: 1, seq: 2, at }],
  ['message', { id: 'm', chat, direction: 'incoming', type: 'text', text: 'Hello', at }],
  ['status', { messageId: 'm', status: 'delivered' }],
  ['status', { messageId: 'm', status: 'failed', code: 'BAD_CONTACT', explanation: 'No such account.' }],
  ['channel', { channel, qr: 'data:image/png;base64,AA==' }],
  ['channel', { channel: { ...channel, state: 'off' }, explanation: 'The account is blocked.' }],
  ['export', { id: 'e', state: 'done', url: 'https://files.example.com/1.csv' }],
  ['drain', { reconnectInMs: 1500 }],
] as const)('the data of %s is read, without the fields that are not known yet', (name, data) => {
  expect(eventSchemas[name].parse({ ...data, newer: true })).toEqual(data)
})

it.each([
  ['session', { userId: 7, serverTime: at }],
  ['message', { id: 'm', chat, direction: 'sideways', type: 'text', at }],
  ['status', { messageId: 'm', status: 'failed', explanation: { html: '<b>' } }],
  ['channel', { channel, qr: 'https://example.com/qr.png' }],
  ['channel', { channel, explanation: 7 }],
  ['export', { id: 'e', state: 'done', url: 'javascript:alert(1)' }],
  ['drain', { reconnectInMs: -1 }],
] as const)('invalid data of %s is refused', (name, data) => {
  expect(eventSchemas[name].safeParse(data).success).toBe(false)
})
