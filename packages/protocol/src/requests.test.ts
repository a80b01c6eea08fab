import { describe, expect, it } from 'vitest'
import { channelReinitSchema, channelRequestSchema, pairingRequestSchema } from './channels.ts'
import { exportRequestSchema } from './exports.ts'
import { messageEditSchema, messageRequestSchema } from './messages.ts'

const to = { chatType: 'whatsapp', chatId: '79998887766' }

describe('a message is accepted', () => {
  it.each([
    ['as a text', { to, text: 'Hello' }],
    ['as a file', { to, fileUrl: 'https://crm.example.com/files/1' }],
    ['as a file with a caption', { to, fileUrl: 'https://crm.example.com/files/1', caption: 'The plan' }],
    ['as a template', { to, template: { id: 't1', values: ['Ann'], buttonPayloads: ['yes'] } }],
    ['to a user name', { to: { chatType: 'telegram', username: 'ann' }, text: 'Hello' }],
    ['to a phone number', { to: { chatType: 'max', phone: '79998887766' }, text: 'Hello' }],
    ['with buttons', { to, text: 'Hello', keyboard: { type: 'buttons', buttons: [{ text: 'Yes', id: 'yes' }] } }],
    [
      'with a menu',
      {
        to,
        text: 'Hello',
        keyboard: { type: 'list', button: 'Open', sections: [{ rows: [{ id: '1', title: 'One' }] }] },
      },
    ],
    [
      'with rows of links',
      { to, text: 'Hello', keyboard: { type: 'inline', rows: [[{ text: 'Site', url: 'https://example.com' }]] } },
    ],
    [
      'with its settings',
      { to, text: 'Hello', channelId: 'c', quotedMessageId: 'm', crmMessageId: 'x', keepUnanswered: true },
    ],
  ])('%s', (_, request) => {
    expect(messageRequestSchema.parse(request)).toEqual(request)
  })
})

describe('a message is refused', () => {
  it.each([
    ['without a content', { to }],
    ['with two contents', { to, text: 'Hello', fileUrl: 'https://crm.example.com/files/1' }],
    ['with a caption of no file', { to, text: 'Hello', caption: 'The plan' }],
    ['with an empty caption', { to, fileUrl: 'https://crm.example.com/files/1', caption: '' }],
    ['without a recipient', { text: 'Hello' }],
    ['with an empty text', { to, text: '' }],
    ['with an author', { to, text: 'Hello', userId: '7' }],
    ['to two recipients in one', { to: { ...to, phone: '79998887766' }, text: 'Hello' }],
    ['with a file of the machine', { to, fileUrl: 'file:///etc/passwd' }],
    [
      'with a link that runs code',
      { to, text: 'Hello', keyboard: { type: 'link', text: 'Open', url: 'javascript:alert(1)' } },
    ],
    [
      'with eleven buttons',
      { to, text: 'Hello', keyboard: { type: 'buttons', buttons: Array(11).fill({ text: 'Yes' }) } },
    ],
  ])('%s', (_, request) => {
    expect(messageRequestSchema.safeParse(request).success).toBe(false)
  })
})

it.each([
  ['an edit of nothing', messageEditSchema, {}],
  ['an edit of the author', messageEditSchema, { text: 'Hello', author: '7' }],
  ['a channel without a transport', channelRequestSchema, {}],
  [
    'a channel with credentials that are no texts',
    channelRequestSchema,
    { transport: 'whatsapp', credentials: { token: 7 } },
  ],
  ['a reconnection with unknown fields', channelReinitSchema, { url: 'https://example.com' }],
  ['a pairing with a formatted phone number', pairingRequestSchema, { phone: '+7 999 888-77-66' }],
  [
    'an export that ends before it begins',
    exportRequestSchema,
    { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
  ],
  ['an export of no period', exportRequestSchema, { from: '2026-02-01' }],
])('%s is refused', (_, schema, request) => {
  expect(schema.safeParse(request).success).toBe(false)
})
