import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Delivery } from '../../src/server/webhooks/delivery.ts'
import { findCaused } from '../../web/inspector/requests/findCaused.ts'

const channelId = randomUUID()
const messageId = randomUUID()
const request = {
  method: 'POST',
  path: '/v2/send_message',
  body: { channelId, text: 'Hello' },
  answer: { messageId },
  at: 1_000,
}

function tell(body: unknown, createdAt = 1_500): Delivery {
  const address = { vendor: 'wazzup-v2', endpointId: '1', url: 'http://crm.example/', event: 'messages' } as const
  const sent = { body: JSON.stringify(body), createdAt, status: 'delivered', attempts: [] } as const
  return { deliveryId: randomUUID(), ...address, ...sent, attempts: [] }
}

it('finds the webhooks about items a request created', () => {
  const about = tell({ messages: [{ messageId, channelId }] })
  expect(findCaused(request, [about, tell({ messages: [{ messageId: randomUUID(), channelId }] })])).toEqual([about])
})

it('finds the webhooks about an item a request changed, by its path', () => {
  const about = tell({ messageId })
  const change = { ...request, method: 'PATCH', path: `/v3/message/${messageId}`, answer: null }
  expect(findCaused(change, [tell({ messageId }, 500), about])).toEqual([about])
})

it('finds no webhooks for a GET request', () => {
  expect(findCaused({ ...request, method: 'GET' }, [tell({ messageId })])).toEqual([])
})
