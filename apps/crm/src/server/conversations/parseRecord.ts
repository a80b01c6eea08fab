import type { MessageRecord } from '@crm-chat/proxy'

/** Reads a record that this CRM has written itself. */
export function parseRecord(json: string): MessageRecord {
  return JSON.parse(json)
}
