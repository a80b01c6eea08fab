import type { Channel } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
import { findTransport } from './channelTransports.ts'
import { type ConnectProgress, toConnectStep } from './connectStep.ts'

const none = { channel: undefined, isGone: false, isStarted: false, hasFrame: false, hasQr: false }

function step(transport: string, progress: Partial<ConnectProgress> = {}) {
  return toConnectStep({ ...none, ...progress, transport: findTransport(transport) })
}

const channel = (state: Channel['state'], reason?: string): Channel => ({ id: '1', transport: 'x', state, reason })

test.each<[string, ReturnType<typeof step>, Partial<ConnectProgress>]>([
  ['icq', 'choose', {}],
  ['whatsapp', 'begin', {}],
  ['whatsapp', 'starting', { isStarted: true }],
  ['whatsapp', 'starting', { isStarted: true, channel: channel('connecting', 'init') }],
  ['whatsapp', 'starting', { isStarted: true, channel: channel('connecting', 'qr') }],
  ['whatsapp', 'scan', { channel: channel('connecting', 'qr'), hasQr: true }],
  ['tgapi', 'password', { channel: channel('connecting', 'waitforpassword'), hasQr: true }],
  ['tgapi', 'password', { channel: channel('connecting', 'waitforcode') }],
  ['whatsapp', 'importing', { channel: channel('connecting', 'sync') }],
  ['whatsapp', 'done', { channel: channel('active'), isStarted: true }],
  ['whatsapp', 'begin', { channel: channel('off', 'qridle') }],
  ['whatsapp', 'failed', { channel: channel('off', 'foreignphone'), isStarted: true }],
  ['whatsapp', 'gone', { isGone: true, channel: channel('connecting', 'qr') }],
  ['wapi', 'redirect', { channel: channel('connecting', 'init'), isStarted: true }],
  ['wapi', 'review', { channel: channel('connecting', 'onmoderation'), isStarted: true }],
  ['wapi', 'begin', { channel: channel('off', 'blocked') }],
  ['telegram', 'begin', {}],
  ['telegram', 'starting', { channel: channel('connecting', 'init'), isStarted: true }],
  ['vk', 'begin', { isStarted: true }],
  ['vk', 'frame', { isStarted: true, hasFrame: true }],
  ['vk', 'frame', { hasFrame: true, channel: channel('connecting', 'init') }],
  ['vk', 'done', { hasFrame: true, channel: channel('active') }],
  ['vk', 'begin', { channel: channel('connecting', 'init'), isStarted: true }],
])('%s goes on with %s for %j', (transport, expected, progress) => {
  expect(step(transport, progress)).toBe(expected)
})
