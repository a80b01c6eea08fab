import { getChannelOf } from '../../store/entities/channels.ts'
import type { Store } from '../../store/store.ts'

/** The name of the organization's only WhatsApp account. */
export const accountName = 'Sandbox'

/** Finds the channel for messages to a phone number. @returns nothing for an unknown account, or without a channel */
export async function findChannelId(
  { database }: Store,
  { phone, name = accountName }: { phone: string; name?: string | undefined },
): Promise<string | undefined> {
  if (name !== accountName) return undefined
  return (await getChannelOf(database, { chatType: 'whatsapp', chatId: phone }))?.channelId
}
