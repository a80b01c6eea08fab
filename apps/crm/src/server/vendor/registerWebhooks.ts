import type { Logger } from 'pino'
import type { CrmChat, CrmWebhooks } from '../chat/createCrmChat.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { noteRegistration } from './webhookState.ts'

/** Registers the address of webhooks at a vendor, where the CRM's own is known. The CRM works without: a failure is noted. */
export async function registerWebhooks({
  store: { database, now },
  crmChat: { chat, vendor, missing },
  webhooks,
  logger,
}: {
  store: SessionStore
  crmChat: CrmChat
  webhooks: CrmWebhooks | undefined
  logger: Logger
}): Promise<void> {
  if (webhooks?.publicUrl === undefined || missing.includes('webhooks')) return
  try {
    await chat.registerWebhooks()
    logger.info('webhooks registered at the vendor')
    await noteRegistration(database, { vendor, registeredAt: now() })
  } catch (error) {
    logger.error({ err: error }, 'webhooks could not be registered at the vendor')
    const problem = error instanceof Error ? error.message : 'The vendor did not take the address.'
    await noteRegistration(database, { vendor, problem }).catch(() => {}) // As the CRM stops, the database is closed.
  }
}
