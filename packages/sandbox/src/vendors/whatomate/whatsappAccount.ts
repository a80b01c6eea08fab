import { getChannelOf } from '../../store/entities/channels.ts'
import type { Store } from '../../store/store.ts'

/** The name of the organization's one WhatsApp account. */
export const accountName = 'Sandbox'

/** The channel that messages to a phone number go through; nothing when the named account is not there, or none is. */
export async function findChannelId(
  { database }: Store,
  { phone, name = accountName }: { phone: string; name?: string | undefined },
): Promise<string | undefined> {
  if (name !== accountName) return undefined
  return (await getChannelOf(database, { chatType: 'whatsapp', chatId: phone }))?.channelId
}
