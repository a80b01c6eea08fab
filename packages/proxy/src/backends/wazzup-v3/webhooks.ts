import type { WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { BackendWebhooks } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createWebhookReader } from '../createWebhookReader.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { explain } from './errors.ts'

const describe = describeFields([['webhooksUri', 'url']])

/**
 * Webhooks of API v3. They carry `crmKey` where the vendor knows one. Creation of contacts and deals is not subscribed to: the
 * vendor expects the new entity in the response.
 */
export function createWebhooks(
  { call }: Connection<WazzupV3>,
  { crmKey }: { crmKey: string | undefined },
): BackendWebhooks {
  const subscriptions = { messagesAndStatuses: true, channelsUpdates: true, templateStatus: true }
  return {
    explain,
    read: createWebhookReader({ vendor: 'wazzup-v3', options: defined({ crmKey }) }),
    register: ({ url }) => call((wazzup) => wazzup.setWebhooks({ webhooksUri: url, subscriptions }), describe),
  }
}
