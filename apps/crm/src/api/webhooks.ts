import * as z from 'zod/mini'

/** The CRM's side of the chosen vendor's webhooks. Times are Unix times in milliseconds. */
export interface Webhooks {
  /** False where the CRM is not set up to receive any: messages that were written elsewhere do not show then. */
  isReceiving: boolean
  /** The registered address without its secret end; null where the CRM's public address is unknown. */
  address: string | null
  /** Time at which the vendor last accepted the address. */
  registeredAt: number | null
  /** Reason why the vendor last refused it. */
  problem: string | null
  /** Time of the latest event. */
  lastAt: number | null
  /** Events so far. */
  eventCount: number
}

/** Response of `GET /api/webhooks`, and of `POST /api/webhooks`, which registers the address again. For administrators. */
export const webhooksResponseSchema: z.ZodMiniType<Webhooks> = z.object({
  isReceiving: z.boolean(),
  address: z.nullable(z.string()),
  registeredAt: z.nullable(z.number()),
  problem: z.nullable(z.string()),
  lastAt: z.nullable(z.number()),
  eventCount: z.number(),
})
