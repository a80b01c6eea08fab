import { Hono } from 'hono'
import { answerError } from '../http/answerError.ts'
import type { Webhooks } from '../webhooks/createWebhooks.ts'
import { deliveryFaultSchema } from '../webhooks/deliveryFaults.ts'
import { readInput } from './readInput.ts'

/**
 * Webhooks: `GET /_sandbox/webhooks` tells every delivery, the oldest first, `POST /_sandbox/webhooks/:id/replay` sends
 * one again, `POST /_sandbox/webhooks/replay` all; `/_sandbox/webhooks/faults` makes deliveries go wrong.
 */
export function webhooks({ webhooks: known }: { webhooks: Webhooks }): Hono {
  return new Hono({ strict: false })
    .get('/webhooks', (context) => context.json({ deliveries: known.list() }))
    .post('/webhooks/replay', async (context) => context.json({ deliveries: await known.replayAll() }))
    .post('/webhooks/:id/replay', async (context) => {
      const delivery = await known.replay(context.req.param('id'))
      return delivery ? context.json(delivery, 201) : answerError(context, noSuchDelivery)
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
}

const noSuchDelivery = {
  status: 404,
  code: 'DELIVERY_NOT_FOUND',
  description: 'The log has no such delivery; it keeps the latest thousand.',
} as const
