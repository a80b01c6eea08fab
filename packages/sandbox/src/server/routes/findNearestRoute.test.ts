import { describe, expect, it } from 'vitest'
import { vendorApis } from '../../emulatedVendors.ts'
import { findNearestRoute } from './findNearestRoute.ts'

function findNearest(text: string): string | undefined {
  const [method = '', path = ''] = text.split(' ')
  const api = vendorApis.find(({ hosts, base }) => hosts.some((host) => path.startsWith(`${host}${base}/`)))
  const found = api && findNearestRoute({ api, wanted: { method, path } })
  return found && `${found.method} ${found.path}`
}

describe('the nearest route', () => {
  it.each([
    ['PUT /v3/contacts/1', 'POST /v3/contacts'],
    ['PATCH /v3/contacts', 'POST /v3/contacts'],
    ['DELETE /v3/contacts', 'DELETE /v3/contacts/:id'],
    ['POST /v3/contacts/bulk-delete', 'PATCH /v3/contacts/bulk_delete'],
    ['GET /v3/contact/17', 'GET /v3/contacts/:id'],
    ['GET /v3/funnels', 'GET /v3/pipelines'],
    ['PUT /v3/users/7', 'POST /v3/users'],
    ['POST /v3/messages', 'POST /v3/message'],
    ['POST /v3/send_message', 'POST /v3/message'],
    ['PUT /v3/webhooks', 'PATCH /v3/webhooks'],
    ['GET /v3/counter/7', 'GET /v3/unanswered/:id'],
    ['GET /v3/templates', 'GET /v3/templates/whatsapp'],
    ['POST /v2/message', 'POST /v2/send_message'],
    ['POST /v2/sendMessage', 'POST /v2/send_message'],
    ['PUT /v2/contacts/17', 'PATCH /v2/contacts'],
    ['POST /v2/contacts', 'PATCH /v2/contacts'],
    ['POST /tech/v2/message', 'POST /tech/v2/messages'],
    ['GET /tech/v2/unanswered/7', 'GET /tech/v2/counters/unanswered/:id'],
    ['POST /whatomate/api/message', 'POST /whatomate/api/messages'],
    ['PUT /whatomate/api/contact/1', 'PUT /whatomate/api/contacts/:id'],
    ['GET /whatomate/api/template', 'GET /whatomate/api/templates'],
  ])('of %s is %s', (wanted, nearest) => {
    expect(findNearest(wanted)?.replace(/:\w+/g, ':id')).toBe(nearest)
  })

  it.each(['GET /v3/invoices', 'GET /v3/', `GET /v3/${'x'.repeat(10_000)}`, 'GET /v3/%00'])(
    'of %s is none',
    (wanted) => {
      expect(findNearest(wanted)).toBeUndefined()
    },
  )
})
