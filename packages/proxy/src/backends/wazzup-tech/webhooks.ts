import type { WazzupTech, WebhookEventName } from '@crm-chat/vendors/wazzup-tech'
import type { BackendWebhooks } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createWebhookReader } from '../createWebhookReader.ts'
import { webhookPlace } from '../webhookPlace.ts'
import { explain } from './errors.ts'

/** Creation of contacts and deals is left out: the vendor expects the new entity in the response. */
const events: WebhookEventName[] = [
  'message.add',
  'message.status_update',
  'message.delete',
  'message.edit',
  'waba_template.status_update',
  'channel.status_update',
  'channel.create',
  'channel.delete',
  'channel.qr_update',
  'channel.waba_tier_update',
  'group_chat.memberships_update',
  'group_chat.update',
  'messages_dump.status_update',
]

/** Webhooks of the tech API. They are not signed: the secret is in their address. */
export function createWebhooks({ call }: Connection<WazzupTech>): BackendWebhooks {
  return {
    explain,
    read: createWebhookReader({ vendor: 'wazzup-tech' }),
    register: ({ url }) => call((wazzup) => subscribe({ wazzup, url })),
  }
}

/** Subscribes to what is missing. Subscriptions of this receiver under an earlier secret move to the new address. */
async function subscribe({ wazzup, url }: { wazzup: WazzupTech; url: string }): Promise<void> {
  const known = await wazzup.fetchWebhooks()
  const own = known.filter((one) => webhookPlace(one.url) === webhookPlace(url))
  const wanted = events.map((event) => ({ event, url, id: own.find((one) => one.event === event)?.id }))
  const moved = wanted.flatMap(({ id, ...target }) =>
    id !== undefined && !own.some((one) => one.id === id && one.url === url) ? [{ id, ...target }] : [],
  )
  const added = wanted.flatMap(({ id, ...target }) => (id === undefined ? [target] : []))
  if (moved.length > 0) await wazzup.updateWebhooks(moved)
  if (added.length > 0) await wazzup.createWebhooks(added)
}
