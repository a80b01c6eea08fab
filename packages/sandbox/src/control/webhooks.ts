import { Hono } from 'hono'
import * as z from 'zod'
import { respondError } from '../server/http/respondError.ts'
import type { Webhooks } from '../server/webhooks/createWebhooks.ts'
import { deliveryFaultSchema } from '../server/webhooks/deliveryFaults.ts'
import type { WebhookEndpoint } from '../server/webhooks/endpoints.ts'
import { readInput } from './readInput.ts'

const switchSchema = z.strictObject({ on: z.boolean() })

/**
 * Webhooks: `GET /_sandbox/webhooks` lists deliveries, the oldest first, and endpoints; `DELETE` clears the list.
 * `POST /_sandbox/webhooks/:id/replay` sends one again, `POST /_sandbox/webhooks/replay` all of them.
 * `/_sandbox/webhooks/faults` holds rules for failing deliveries; `PATCH …/faults/:id {on}` switches one.
 */
export function webhooks({ webhooks: known }: { webhooks: Webhooks }): Hono {
  return new Hono({ strict: false })
    .get('/webhooks', async (context) =>
      context.json({ deliveries: known.list(), endpoints: (await known.endpoints()).map(toShown) }),
    )
    .delete('/webhooks', (context) => {
      known.clear()
      return context.json({ deliveries: [] })
    })
    .post('/webhooks/replay', async (context) => context.json({ deliveries: await known.replayAll() }))
    .post('/webhooks/:id/replay', async (context) => {
      const delivery = await known.replay(context.req.param('id'))
      return delivery ? context.json(delivery, 201) : respondError(context, noSuchDelivery)
    })
    .get('/webhooks/faults', (context) => context.json({ faults: known.faults.list() }))
    .post('/webhooks/faults', async (context) => {
      const input = await readInput(context, deliveryFaultSchema)
      return input.ok ? context.json(known.faults.add(input.body), 201) : input.refusal
    })
    .delete('/webhooks/faults', (context) => {
      known.faults.clear()
      return context.json({ cleared: true })
    })
    .patch('/webhooks/faults/:id', async (context) => {
      const input = await readInput(context, switchSchema)
      if (!input.ok) return input.refusal
      if (!known.faults.set(Number(context.req.param('id')), input.body.on)) return respondError(context, noSuchFault)
      return context.json({ faults: known.faults.list() })
    })
    .delete('/webhooks/faults/:id', (context) => {
      if (!known.faults.remove(Number(context.req.param('id')))) return respondError(context, noSuchFault)
      return context.json({ faults: known.faults.list() })
    })
}

/** An endpoint without its secret. */
function toShown({ endpointId, vendor, url, events }: WebhookEndpoint) {
  return { endpointId, vendor, url, events }
}

const noSuchFault = { status: 404, code: 'FAULT_NOT_FOUND', description: 'There is no such fault.' } as const

const noSuchDelivery = {
  status: 404,
  code: 'DELIVERY_NOT_FOUND',
  description: 'There is no such delivery in the log, which keeps the latest thousand.',
} as const
