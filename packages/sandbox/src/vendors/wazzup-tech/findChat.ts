import type { recipientSchema } from '@crm-chat/vendors/wazzup-tech'
import { and, eq, or } from 'drizzle-orm'
import type * as z from 'zod'
import type { NamedChat } from '../../store/entities/chats.ts'
import { contactChats } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Finds the dialogue of a recipient: by its id, else by the contact with its username or phone, which else become the id. */
export async function findChat({ database }: Store, recipient: z.output<typeof recipientSchema>): Promise<NamedChat> {
  const { chat_type: chatType, chat_id: chatId, username, phone, crm_contact_name: name } = recipient
  if (chatId !== undefined) return { chatType, chatId, name }
  const [known] = await database
    .select()
    .from(contactChats)
    .where(
      and(
        eq(contactChats.chatType, chatType),
        or(
          username === undefined ? undefined : eq(contactChats.username, username),
          phone === undefined ? undefined : eq(contactChats.phone, phone),
        ),
      ),
    )
    .limit(1)
  return { chatType, chatId: known?.chatId ?? username ?? phone ?? '', name }
}
