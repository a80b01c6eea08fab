import { eventSchemas } from '@crm-chat/protocol'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { findRules } from '../channels/channelRules.ts'
import { toPageEvents } from './toPageEvents.ts'

const base = { vendor: 'wazzup-tech', raw: {} } as const
const pageEventsOf = (event: ChatEvent) => toPageEvents({ event, message: undefined })

describe('an export', () => {
  it.each([
    ['pending', 'pending'],
    ['processing', 'running'],
    ['done', 'done'],
    ['webhook_failed', 'done'],
    ['unknown', 'unknown'],
  ] as const)('that is %s is shown to administrators only, as %s', (status, state) => {
    const url = 'https://vendor.example/export.zip'
    const reason = status === 'webhook_failed' ? { reason: 'webhook_failed' } : {}
    const data = { id: 'e-1', state, ...reason, url }
    expect(pageEventsOf({ ...base, kind: 'export', exportId: 'e-1', status, url })).toEqual([
      { name: 'export', data, audience: 'admins' },
    ])
    expect(eventSchemas.export.parse(data)).toEqual(data)
  })
})

describe('channels', () => {
  it('have reasons in one spelling, however the vendor writes them', () => {
    const channel = { channelId: 'c-1', transport: 'tgapi', state: 'disabled', reason: 'Not_enough_money' }
    expect(pageEventsOf({ ...base, kind: 'channel', channel })).toMatchObject([
      { data: { channel: { state: 'off', reason: 'notenoughmoney' } } },
    ])
  })

  it.each(['init', 'sync', 'qr', 'wait_for_password', 'waitforcode', 'onModeration'])(
    'that somebody connects are connecting, as in the list: %s',
    (state) => {
      expect(pageEventsOf({ ...base, kind: 'channel', channel: { channelId: 'c-1', state } })).toMatchObject([
        { data: { channel: { state: 'connecting' } } },
      ])
    },
  )

  it('are shown one by one, and a deleted one as gone', () => {
    const channels = [
      { channelId: 'c-1', transport: 'wapi', state: 'active', plainId: '7999', name: 'Shop' },
      { channelId: 'c-2', transport: 'tgapi', state: 'blocked', reason: 'spam' },
    ]
    expect(pageEventsOf({ ...base, kind: 'channelList', channels })).toEqual([
      {
        name: 'channel',
        data: {
          channel: {
            id: 'c-1',
            transport: 'wapi',
            chatType: 'whatsapp',
            account: '7999',
            name: 'Shop',
            state: 'active',
            rules: findRules('wapi'),
          },
        },
        audience: 'everyone',
      },
      {
        name: 'channel',
        data: {
          channel: {
            id: 'c-2',
            transport: 'tgapi',
            chatType: 'telegram',
            state: 'off',
            reason: 'spam',
            rules: findRules('tgapi'),
          },
        },
        audience: 'everyone',
      },
    ])
    expect(pageEventsOf({ ...base, kind: 'channelDeleted', channelId: 'c-1' })).toMatchObject([
      { data: { channel: { id: 'c-1', state: 'off' }, deleted: true }, audience: 'everyone' },
    ])
  })
})

describe('a sentence for people', () => {
  const explanation = 'The customer has blocked this account.'

  it.each([
    ['failed', { explanation }],
    ['delivered', {}],
  ] as const)('comes with a message that is %s: %j', (status, expected) => {
    const event: ChatEvent = { ...base, kind: 'status', messageId: 'm1', status }
    const [shown] = toPageEvents({ event, message: undefined, explanation })
    expect(shown).toEqual({ name: 'status', data: { messageId: 'm1', status, ...expected }, audience: 'chat' })
    expect(eventSchemas.status.parse(shown?.data)).toEqual(shown?.data)
  })

  it.each([
    ['blocked', { explanation }],
    ['active', {}],
  ])('comes with a channel that is %s: %j', (state, expected) => {
    const event: ChatEvent = { ...base, kind: 'channel', channel: { channelId: 'c-1', transport: 'wapi', state } }
    const [shown] = toPageEvents({ event, message: undefined, explanation })
    const { channel, ...rest } = eventSchemas.channel.parse(shown?.data)
    expect(channel.id).toBe('c-1')
    expect(rest).toEqual(expected)
  })
})

it.each<ChatEvent>([
  { ...base, kind: 'unknown', type: 'x' },
  { ...base, kind: 'test' },
  { ...base, kind: 'transfer', change: 'created' },
  { ...base, kind: 'messageDeleted', messageId: 'm1' },
])('pages get nothing of $kind', (event) => {
  expect(pageEventsOf(event)).toEqual([])
})
