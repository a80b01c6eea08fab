import { webhooksRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import type { TestCallResult } from '../../server/webhooks/createSender.ts'

/** Names of an endpoint's subscriptions. */
export const subscriptionNames = [
  'messagesAndStatuses',
  'contactsAndDealsCreation',
  'channelsUpdates',
  'templateStatus',
] as const

/** Names of the switch of templates: of the page, of a client, and of the live service's own `GET`. */
const templateSwitches = ['templateStatus', 'templateStatuses', 'wabaTemplatesStatus'] as const
const switchSchema = z.boolean().optional()

/** Subscriptions as clients send them. */
export const subscriptionsSchema = z.object({
  messagesAndStatuses: switchSchema,
  contactsAndDealsCreation: switchSchema,
  channelsUpdates: switchSchema,
  templateStatus: switchSchema,
  templateStatuses: switchSchema,
  wabaTemplatesStatus: switchSchema,
})

/** Names of the active subscriptions. */
export function toEvents(subscriptions: z.output<typeof subscriptionsSchema>): string[] {
  const templateStatus = templateSwitches.some((name) => subscriptions[name])
  return subscriptionNames.filter((name) => ({ ...subscriptions, templateStatus })[name])
}

const uriSchema = z.looseObject({ webhooksUri: webhooksRequestSchema.shape.webhooksUri })

/** Refuses a body without a valid address. */
export function refuseUri(body: unknown): Refusal | undefined {
  if (uriSchema.safeParse(body).success) return undefined
  return {
    status: 400,
    code: 'uriNotValid',
    description: 'webhooksUri must be an http or https address of up to 200 characters.',
  }
}

/** The refusal of an address that failed the test call. */
export function toTestFailure({ status, error }: TestCallResult): Refusal {
  const outcome = status === undefined ? `did not respond (${error})` : `responded ${status}`
  return {
    status: 400,
    code: 'testPostNotPassed',
    description: `Webhooks request not valid. Response status must be 200, but the address ${outcome}.`,
    ...(status === undefined ? {} : { data: { status } }),
  }
}
