import type { CrmChat, CrmWebhooks } from '../chat/createCrmChat.ts'
import type { Database } from '../store/schema.ts'
import { readWebhookState } from './webhookState.ts'

/** Returns true when the vendor's events come here: to an address that the CRM registers, or to one that brought some before. */
export async function receivesWebhooks(
  database: Database,
  { crmChat: { vendor, missing }, webhooks }: { crmChat: CrmChat; webhooks: CrmWebhooks | undefined },
): Promise<boolean> {
  if (missing.includes('webhooks')) return false
  return webhooks?.publicUrl !== undefined || (await readWebhookState(database, vendor)).lastAt !== null
}
