import { describe, expect, it } from 'vitest'
import { maxPacketLength, parsePacket } from './packet.ts'

const opening = (fields: object): string =>
  `0${JSON.stringify({ sid: 'a', pingInterval: 25_000, pingTimeout: 20_000, ...fields })}`
const event = (length: number): string => `42["${'x'.repeat(length - 6)}"]`

describe('a packet of a host', () => {
  it.each([
    ['an opening', opening({}), { type: 'open', sid: 'a', pingIntervalMs: 25_000, pingTimeoutMs: 20_000 }],
    ['a connect of the older protocol', '40', { type: 'connected', hasId: false }],
    ['a connect', '40{"sid":"b"}', { type: 'connected', hasId: true }],
    ['an event', '42["apiV2Notify",{"counter":1}]', { type: 'event', name: 'apiV2Notify', data: { counter: 1 } }],
    ['an event with a number', '427["x"]', { type: 'event', name: 'x', data: undefined }],
    ['a ping', '2', { type: 'ping' }],
  ])('is read: %s', (_, text, packet) => {
    expect(parsePacket(text)).toEqual(packet)
  })

  it.each([
    ['one of more than 4 KiB', event(maxPacketLength + 1)],
    ['a name of every object', 'constructor'],
    ['an id that is a number', opening({ sid: 1 })],
    ['an empty id', opening({ sid: '' })],
    ['an interval that is a text', opening({ pingInterval: '25000' })],
    ['an interval below 0', opening({ pingInterval: -1 })],
    ['no timeout', opening({ pingTimeout: undefined })],
    ['a connect without an id', '40{}'],
    ['an event of another namespace', '42/other,["x"]'],
    ['an event that is no list', '42{}'],
    ['an event without a name', '42[1]'],
    ['an attachment', '451-["x",{"_placeholder":true,"num":0}]'],
    ['an acknowledgement', '431["x"]'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(parsePacket(text)).toBeUndefined()
  })

  it('may have 4 KiB', () => {
    expect(parsePacket(event(maxPacketLength))).toMatchObject({ type: 'event' })
  })
})

it('intervals of a host are kept within bounds', () => {
  expect(parsePacket(opening({ pingInterval: 0, pingTimeout: 1e300 }))).toMatchObject({
    pingIntervalMs: 1_000,
    pingTimeoutMs: 120_000,
  })
})
