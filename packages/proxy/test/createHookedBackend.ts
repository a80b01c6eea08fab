import { InvalidWebhookError, parseWebhook, type WebhookOptions } from '@crm-chat/vendors/webhooks'
import type { BackendWebhooks } from '../src/backend.ts'
import { OperationError } from '../src/errors.ts'
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
      read: async ({ header, body }) => {
        try {
          return await parseWebhook('wazzup-v3', { authorization: header('authorization') }, body, options)
        } catch (error) {
          if (!(error instanceof InvalidWebhookError)) throw error
          const code = error.message.includes('header') ? 'forbidden' : 'invalid_request'
          throw new OperationError({ code, message: 'The webhook is invalid.' })
        }
      },
      register: async ({ url }) => void registered.push(url),
    },
  }
}
