import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { countSchema } from '../unanswered/countSchema.ts'
import { toUnansweredValue, type UnansweredValue } from '../unanswered/unansweredValue.ts'
import type { WazzupV3Client } from './client.ts'
import type { EntityId } from './entities.ts'

const toneSchema = z.enum(['red', 'grey']).nullish().catch(undefined)

/** Response of `GET /v3/unanswered/{userId}`. */
export const unansweredAnswerSchema = z.looseObject({
  counterV2: countSchema,
  type: toneSchema,
  lastMsgDateTime: z.string().nullish(),
})

/** Data of the `counterUpdate` event: the old way of counting, and since newer times the new one with its tone. */
export const counterUpdateSchema = z.looseObject({
  counter: countSchema.nullish(),
  counterV2: countSchema.nullish(),
  type: toneSchema,
})

/** A counter, and when the last unanswered message came. */
export interface UnansweredResult extends UnansweredValue {
  /** ISO 8601. */
  lastMessageAt?: string
}

/** Endpoint of {@link fetchUnanswered}. */
export const fetchUnansweredEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchUnanswered',
  method: 'GET',
  path: '/v3/unanswered/:userId',
  summary: "Read a user's unanswered counter",
  response: { description: 'The counter, its colour, and when its last message came.', schema: unansweredAnswerSchema },
})

/**
 * Reads how many chats of a user have gone without a reply within the last 7 days (`GET /v3/unanswered/{userId}`).
 * A user without a role in Wazzup has 0.
 * @throws {VendorAuthError} 403 for a sidecar key.
 * @see API v3, "Unanswered counter"
 */
export async function fetchUnanswered(
  client: WazzupV3Client,
  userId: EntityId,
  options: CallOptions = {},
): Promise<UnansweredResult> {
  const request = { params: { userId }, ...options }
  const { counterV2, type, lastMsgDateTime } = await send(client.http, fetchUnansweredEndpoint, request)
  const value = toUnansweredValue({ count: counterV2, tone: type, now: client.http.clock.now() })
  return { ...value, ...(lastMsgDateTime ? { lastMessageAt: lastMsgDateTime } : {}) }
}
