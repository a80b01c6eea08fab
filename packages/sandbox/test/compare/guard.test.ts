import { type Endpoint, type Vendor, wazzupTech, wazzupV2, wazzupV3, whatomate } from '@crm-chat/vendors/endpoints'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probesByVendor } from '../../src/traffic/compare/compareAccount.ts'
import { createGuard } from '../../src/traffic/compare/createGuard.ts'
import { RequestNotAllowedError } from '../../src/traffic/compare/errors.ts'

const sendTo = '79990000099'
const base = 'https://api.example'
const apis: [Vendor, Record<string, Endpoint>][] = [
  ['wazzup-v2', wazzupV2],
  ['wazzup-v3', wazzupV3],
  ['wazzup-tech', wazzupTech],
  ['whatomate', whatomate],
]
const create = (vendor: Vendor, number?: string) =>
  createGuard({ probes: probesByVendor[vendor], baseUrls: [base], sendTo: number })

/** A request to an endpoint, with the same id for each parameter of its path. */
function toRequest({ method, path }: Endpoint, { id = '17', body }: { id?: string; body?: unknown } = {}) {
  const url = base + path.replaceAll(/:\w+/g, encodeURIComponent(id))
  return { method, url, body: body === undefined ? undefined : JSON.stringify(body) }
}

function isAllowed(vendor: Vendor, request: ReturnType<typeof toRequest>, number?: string): boolean {
  try {
    create(vendor, number).check(request)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(RequestNotAllowedError)
    return false
  }
}

/** Changing requests that leave, of all with any id and body. */
const changing: [Vendor, Endpoint][] = apis.flatMap(([vendor, endpoints]) =>
  Object.values(endpoints)
    .filter(({ method }) => method !== 'GET')
    .map((endpoint): [Vendor, Endpoint] => [vendor, endpoint]),
)

describe('the guard', () => {
  it.each(changing.map(([vendor, endpoint]) => ({ vendor, endpoint, operation: endpoint.operation })))(
    'stops $operation with a real id and a body, also when messages may be sent to a number',
    ({ vendor, endpoint }) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[\w-]{1,36}$/), fc.jsonValue(), fc.boolean(), (id, given, sends) => {
          const body = { text: 'Hello', chatId: '79991112233', name: given, phone_number: '79991112233' }
          expect(isAllowed(vendor, toRequest(endpoint, { id, body }), sends ? sendTo : undefined)).toBe(false)
          expect(isAllowed(vendor, toRequest(endpoint, { id, body: [body] }), sends ? sendTo : undefined)).toBe(false)
        }),
        { numRuns: 20 },
      )
    },
  )

  it('lets a read through, at the account’s address only', () => {
    const { url, ...request } = toRequest(wazzupV3.fetchChannels)
    expect(isAllowed('wazzup-v3', { url, ...request })).toBe(true)
    for (const other of [
      url.replace('https', 'http'),
      url.replace('api.example', 'api.example.evil'),
      url.replace('https://', 'https://user:pass@'),
      url.replace('/v3', '//v3'),
      url.replace('/v3', '/v3/..%2f'),
      `${url}#x`,
      `${url}/x`,
    ]) {
      expect([other, isAllowed('wazzup-v3', { url: other, ...request })]).toEqual([other, false])
    }
  })

  it('reads a conversation only in the way that marks nothing as read', () => {
    const { url, ...request } = toRequest(whatomate.fetchMessages)
    expect(isAllowed('whatomate', { url, ...request })).toBe(false)
    expect(isAllowed('whatomate', { url: `${url}?page=1`, ...request })).toBe(false)
    expect(isAllowed('whatomate', { url: `${url}?before_id=00000000-0000-0000-0000-000000000000`, ...request })).toBe(
      true,
    )
  })

  it.each<[Vendor, Endpoint, object]>([
    ['wazzup-v2', wazzupV2.sendMessage, { channelId: 'c', chatType: 'whatsapp', chatId: sendTo, text: 'x' }],
    ['wazzup-v3', wazzupV3.sendMessage, { channelId: 'c', chatType: 'whatsapp', chatId: sendTo, text: 'x' }],
    ['wazzup-tech', wazzupTech.sendMessage, { recipient: { chat_type: 'whatsapp', chat_id: sendTo }, text: 'x' }],
    ['whatomate', whatomate.sendTemplate, { phone_number: sendTo, template_name: 'x' }],
  ])('lets a message of %s go to the given number only', (vendor, endpoint, body) => {
    expect(isAllowed(vendor, toRequest(endpoint, { body }))).toBe(false)
    expect(isAllowed(vendor, toRequest(endpoint, { body }), sendTo)).toBe(true)
    expect(isAllowed(vendor, toRequest(endpoint, { body }), '79990000098')).toBe(false)
    expect(isAllowed(vendor, toRequest(endpoint, { body: { ...body, contact_id: '1', username: 'x' } }), sendTo)).toBe(
      false,
    )
  })

  it('lets edits and deletions through for messages that it has seen sent', () => {
    const guard = create('wazzup-v3', sendTo)
    const edit = toRequest(wazzupV3.editMessage, { id: 'm-1', body: { text: 'x' } })
    expect(() => guard.check(edit)).toThrow(RequestNotAllowedError)
    const body = { channelId: 'c', chatType: 'whatsapp', chatId: sendTo, text: 'x' }
    guard.learn(toRequest(wazzupV3.sendMessage, { body }), { messageId: 'm-1' })
    guard.check(edit)
    guard.check(toRequest(wazzupV3.deleteMessage, { id: 'm-1' }))
    expect(() => guard.check(toRequest(wazzupV3.deleteMessage, { id: 'm-2' }))).toThrow(RequestNotAllowedError)
  })

  it('lets messages of Whatomate go to the contact of the number', () => {
    const guard = create('whatomate', sendTo)
    const contacts = [
      { id: 'theirs', phone_number: '79991112233' },
      { id: 'mine', phone_number: `+${sendTo}` },
    ]
    guard.learn(toRequest(whatomate.listContacts), { data: { contacts } })
    guard.check(toRequest(whatomate.sendMessage, { id: 'mine', body: { type: 'text', text: 'x' } }))
    const other = toRequest(whatomate.sendMessage, { id: 'theirs', body: { type: 'text', text: 'x' } })
    expect(() => guard.check(other)).toThrow(RequestNotAllowedError)
  })

  it('lets sockets go to the vendor’s paths below the same domain', () => {
    const guard = create('wazzup-v3')
    guard.checkSocket('wss://api.example/ws-counters/?EIO=4')
    guard.checkSocket('wss://counters.api.example/ws-counters/')
    for (const url of ['wss://evil.test/ws-counters/', 'ws://api.example/ws-counters/', 'wss://api.example/other']) {
      expect(() => guard.checkSocket(url)).toThrow(RequestNotAllowedError)
    }
  })
})
