import type { WebhookOptions } from '@crm-chat/vendors/webhooks'
import type { BackendWebhooks } from '../src/backend.ts'
import { createWebhookReader } from '../src/backends/createWebhookReader.ts'
import { createScriptedBackend, type ScriptedBackend } from './createScriptedBackend.ts'

/** A scripted vendor that sends webhooks. */
export interface HookedBackend extends ScriptedBackend {
  webhooks: BackendWebhooks
  /** Addresses that were registered. */
  registered: string[]
}

/** Makes a {@link HookedBackend} whose webhooks are those of API v3. */
export function createHookedBackend(options: WebhookOptions['wazzup-v3'] = {}): HookedBackend {
  const registered: string[] = []
  return {
    ...createScriptedBackend(),
    registered,
    webhooks: {
      read: createWebhookReader({ vendor: 'wazzup-v3', options }),
      register: async ({ url }) => void registered.push(url),
    },
  }
}
