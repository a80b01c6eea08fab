import type { WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { BackendWebhooks } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createWebhookReader } from '../createWebhookReader.ts'
import { explain } from './errors.ts'

/** Webhooks of API V2. They are not signed: the secret is in their address. */
export function createWebhooks({ call }: Connection<WazzupV2>): BackendWebhooks {
  return {
    explain,
    read: createWebhookReader({ vendor: 'wazzup-v2' }),
    async register({ url }) {
      await call((wazzup) => wazzup.setWebhooks({ url }))
    },
  }
}
