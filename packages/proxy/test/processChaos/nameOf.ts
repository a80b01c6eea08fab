import type { ChatEvent } from '@crm-chat/vendors/webhooks'

/** Names a message or a status of one; undefined for other events. */
export function nameOf(event: ChatEvent): string | undefined {
  if (event.kind === 'message') return event.message.id
  return event.kind === 'status' ? `${event.messageId} ${event.status}` : undefined
}

/** The chat of a name: ids of the tests begin with it. */
export function chatOf(name: string): string {
  return name.split('-')[0] ?? ''
}
