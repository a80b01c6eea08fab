import { describe, expect, it } from 'vitest'
import { maxPacketLength, parsePacket } from './packet.ts'

const opening = (fields: object): string =>
  `0${JSON.stringify({ sid: 'a', pingInterval: 25_000, pingTimeout: 20_000, ...fields })}`
const event = (length: number): string => `42["${'x'.repeat(length - 6)}"]`
const counter = (value: unknown, more = {}): object => ({ type: 'event', name: 'n', data: { counter: value, ...more } })

describe('a packet of a host', () => {
  it.each([
    ['an opening', opening({}), { type: 'open', sid: 'a', pingIntervalMs: 25_000, pingTimeoutMs: 20_000 }],
    ['a connect of the older protocol', '40', { type: 'connected', hasId: false }],
    ['a connect', '40{"sid":"b"}', { type: 'connected', hasId: true }],
    ['an event', '42["apiV2Notify",{"counter":1}]', { type: 'event', name: 'apiV2Notify', data: { counter: 1 } }],
    ['an event of 0', '42["n",{"counter":0}]', { type: 'event', name: 'n', data: { counter: 0 } }],
    ['an event of 15 digits', `42["n",{"counter":${'9'.repeat(15)}}]`, counter(999_999_999_999_999)],
    ['an event beyond 2^53', '42["n",{"counter":9007199254740993}]', counter('9007199254740993')],
    ['an event of a text', '42["n",{"counter":"5"}]', counter('5')],
    ['an event below 0', '42["n",{"counter":-1}]', counter(-1)],
    ['an event of two fields', '42["n",{"counter":1,"tone":"red"}]', counter(1, { tone: 'red' })],
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
    ['a number with a leading 0', '42["x",{"counter":01}]'],
    ['a number before other text', '42["x",{"counter":1}]]'],
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
