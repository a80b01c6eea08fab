import type { WebhookEventName, Whatomate } from '@crm-chat/vendors/whatomate'
import type { BackendWebhooks } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createWebhookReader } from '../createWebhookReader.ts'
import { defined } from '../defined.ts'
import { webhookPlace } from '../webhookPlace.ts'
import { explain } from './errors.ts'

const events: WebhookEventName[] = [
  'message.incoming',
  'message.sent',
  'message.outgoing',
  'contact.created',
  'transfer.created',
  'transfer.assigned',
  'transfer.resumed',
]

/** Webhooks of a Whatomate server, signed with the secret that it is given. */
export function createWebhooks(
  { call }: Connection<Whatomate>,
  { secret }: { secret: string | undefined },
): BackendWebhooks {
  return {
    explain,
    read: createWebhookReader({ vendor: 'whatomate', options: defined({ secret }) }),
    register: ({ url }) =>
      call(async (whatomate) => {
        const webhook = { name: 'crm-chat', url, events, is_active: true, ...defined({ secret }) }
        const known = await whatomate.fetchWebhooks()
        const own = known.find((one) => webhookPlace(one.url) === webhookPlace(url))
        if (own) await whatomate.updateWebhook({ webhook_id: own.id, ...webhook })
        else await whatomate.createWebhook(webhook)
      }),
  }
}
