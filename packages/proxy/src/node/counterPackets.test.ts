import type { Unanswered } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createServerPackets, parsePagePacket } from './counterPackets.ts'

describe('a packet of a page', () => {
  it.each([
    ['0', { type: 'connect', namespace: '/' }],
    ['0{"token":"x,y"}', { type: 'connect', namespace: '/' }],
    ['0/chat,', { type: 'connect', namespace: '/chat' }],
    ['0/chat', { type: 'connect', namespace: '/chat' }],
    ['0/chat?ticket=a&b=1,', { type: 'connect', namespace: '/chat' }],
    ['0/chat,{"token":"x"}', { type: 'connect', namespace: '/chat' }],
    ['1', { type: 'disconnect', namespace: '/' }],
    ['1/chat,', { type: 'disconnect', namespace: '/chat' }],
    ['2["apiV2IframeConnecting"]', { type: 'greeting', namespace: '/', greeting: 'apiV2IframeConnecting' }],
    [
      '2["apiV2IframeConnecting",{"apiKey":"k"}]',
      { type: 'greeting', namespace: '/', greeting: 'apiV2IframeConnecting' },
    ],
    ['2/chat,["counterConnecting",null]', { type: 'greeting', namespace: '/chat', greeting: 'counterConnecting' }],
  ])('is read: %s', (text, packet) => {
    expect(parsePagePacket(text)).toEqual(packet)
  })

  it.each([
    '',
    '0x',
    '1{}',
    '2',
    '2[]',
    '2["apiV2Notify",{"counter":9}]',
    '2["apiV2IframeConnecting',
    '2["apiV2IframeConnectingX"]',
    '20["apiV2IframeConnecting",{}]',
    '3[]',
    '4{}',
    '51-["apiV2IframeConnecting",{"_placeholder":true,"num":0}]',
    '61-[]',
    '9',
    `0/${'x'.repeat(300)},`,
  ])('that no sample sends is unknown: %s', (text) => {
    expect(parsePagePacket(text)).toBeNull()
  })
})

describe('a packet of the server', () => {
  const value: Unanswered = { status: 'live', count: 3, tone: 'grey', epoch: 1, seq: 1, at: '2030-01-01T00:00:00.000Z' }

  it.each([
    [
      '/',
      '0{"sid":"a"}',
      '2["apiV2Notify",{"counter":3}]',
      '2["counterUpdate",{"counter":3,"counterV2":3,"type":"grey"}]',
    ],
    [
      '/chat',
      '0/chat,{"sid":"a"}',
      '2/chat,["apiV2Notify",{"counter":3}]',
      '2/chat,["counterUpdate",{"counter":3,"counterV2":3,"type":"grey"}]',
    ],
  ])('has its namespace: %s', (namespace, connected, notify, update) => {
    const packets = createServerPackets(namespace)
    expect(packets.connected('a')).toBe(connected)
    expect(packets.values.apiV2IframeConnecting(value)).toBe(notify)
    expect(packets.values.counterConnecting(value)).toBe(update)
  })

  it('is not made of an unknown value', () => {
    const unknown: Unanswered = { ...value, status: 'unknown', count: null, tone: null, at: null }
    expect(createServerPackets('/').values.apiV2IframeConnecting(unknown)).toBe('')
  })
})
