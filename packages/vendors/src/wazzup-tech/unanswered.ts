import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { countSchema } from '../unanswered/countSchema.ts'
import { pollUnanswered } from '../unanswered/pollUnanswered.ts'
import {
  toUnansweredValue,
  type UnansweredValue,
  type WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'

/** Response of `GET /v2/counters/unanswered/{user_id}`; `type` says whether the user is responsible, and may be missing at 0. */
export const unansweredAnswerSchema = envelopedOne(
  z.object({ counter: countSchema, type: z.enum(['red', 'grey']).nullish() }),
)

/** Response of `DELETE /v2/chats/unanswered`. */
export const unansweredResetAnswerSchema = envelopedOne(
  z.object({ account_id: z.union([z.string(), z.number()]).transform(String), cleared: z.boolean() }),
)
/** The account whose chats no longer count as unanswered. */
export type UnansweredReset = z.output<typeof unansweredResetAnswerSchema>

/** Endpoint of {@link fetchUnanswered}. */
export const fetchUnansweredEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchUnanswered',
  method: 'GET',
  path: '/v2/counters/unanswered/:user_id',
  summary: 'Count what waits for an answer of a user',
  response: { description: 'The number, red or grey.', schema: unansweredAnswerSchema },
})

/**
 * Counts the unanswered chats of a user (`GET /v2/counters/unanswered/{user_id}`). A user without a role in any
 * channel has always 0.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/counters/
 */
export async function fetchUnanswered(
  client: WazzupTechClient,
  { user_id }: { user_id: string },
  options: CallOptions = {},
): Promise<UnansweredValue> {
  const { counter, type } = await send(client.http, fetchUnansweredEndpoint, { params: { user_id }, ...options })
  return toUnansweredValue({ count: counter, tone: type, now: client.http.clock.now() })
}

/** Endpoint of {@link resetUnanswered}. */
export const resetUnansweredEndpoint = defineEndpoint({
  operation: 'wazzup-tech.resetUnanswered',
  method: 'DELETE',
  path: '/v2/chats/unanswered',
  summary: 'Set the counters of the whole account to 0',
  response: { description: 'Nothing waits for an answer any more.', schema: unansweredResetAnswerSchema },
  idempotent: true,
})

/**
 * Sets the counter to 0 for every chat of the account, whoever is responsible (`DELETE /v2/chats/unanswered`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/counters/
 */
export async function resetUnanswered(client: WazzupTechClient, options: CallOptions = {}): Promise<UnansweredReset> {
  return send(client.http, resetUnansweredEndpoint, options)
}

/**
 * Watches how many chats of a user are unanswered. This API pushes no counter, so it is polled every `pollIntervalMs` of
 * the client, less often after a failure.
 * @returns a function that ends the watch.
 * @see https://wazzup24.com/help/api/counters/
 */
export function watchUnanswered(client: WazzupTechClient, parameters: WatchUnansweredParameters): () => void {
  const { clock, random } = client.http
  return pollUnanswered({
    ...parameters,
    fetchValue: (signal) => fetchUnanswered(client, { user_id: parameters.userId }, { signal }),
    everyMs: client.pollIntervalMs,
    gate: client.pollGate,
    clock,
    random,
  })
}
