import * as z from 'zod'
import { toUnansweredValue, type UnansweredValue } from '../counters/unanswered.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { sendRequest } from '../http/sendRequest.ts'
import { toPathSegment } from '../http/toPathSegment.ts'
import type { WazzupV3Client } from './client.ts'
import type { EntityId } from './entities.ts'

const countSchema = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)])
const toneSchema = z.enum(['red', 'grey']).nullish().catch(undefined)

/** Answer of `GET /v3/unanswered/{userId}`. */
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

/**
 * Reads how many chats of a user have been without an answer within the last 7 days (`GET /v3/unanswered/{userId}`).
 * A user without a role in Wazzup has 0.
 * @throws {VendorAuthError} 403 for a sidecar key.
 * @see API v3, "Unanswered counter"
 */
export async function fetchUnanswered(
  client: WazzupV3Client,
  userId: EntityId,
  options: CallOptions = {},
): Promise<UnansweredResult> {
  const path = `/v3/unanswered/${toPathSegment(userId)}`
  const request = { method: 'GET', path, answer: unansweredAnswerSchema } as const
  const { counterV2, type, lastMsgDateTime } = await sendRequest(client.http, { ...request, ...options })
  const value = toUnansweredValue({ count: counterV2, tone: type, now: client.http.clock.now() })
  return { ...value, ...(lastMsgDateTime ? { lastMessageAt: lastMsgDateTime } : {}) }
}
