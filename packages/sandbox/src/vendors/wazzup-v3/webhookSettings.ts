import { type Subscriptions, webhooksRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import type { TestCallResult } from '../../server/webhooks/sender.ts'

/** Subscriptions of an address. */
export const subscriptionNames = [
  'messagesAndStatuses',
  'contactsAndDealsCreation',
  'channelsUpdates',
  'templateStatus',
] as const

/** Names of the active subscriptions. */
export function toEvents(subscriptions: { [Name in keyof Subscriptions]: Subscriptions[Name] | undefined }): string[] {
  return subscriptionNames.filter((name) => subscriptions[name])
}

const uriSchema = z.looseObject({ webhooksUri: webhooksRequestSchema.shape.webhooksUri })

/** Finds that a body names no address. */
export function refuseUri(body: unknown): Refusal | undefined {
  if (uriSchema.safeParse(body).success) return undefined
  return {
    status: 400,
    code: 'uriNotValid',
    description: 'webhooksUri is an http or https address of up to 200 letters.',
  }
}

/** Says that an address did not pass the test call. */
export function toTestFailure({ status, error }: TestCallResult): Refusal {
  const outcome = status === undefined ? `did not answer (${error})` : `answered ${status}`
  return {
    status: 400,
    code: 'testPostNotPassed',
    description: `Webhooks request not valid. Response status must be 200, but the address ${outcome}.`,
    ...(status === undefined ? {} : { data: { status } }),
  }
}
