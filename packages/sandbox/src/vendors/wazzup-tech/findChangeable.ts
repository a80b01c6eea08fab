import { changeableMs, listMessageChanges, type MessageChange } from '../../messengers/channels/messageChanges.ts'
import { deliveryMs, sendingMs } from '../../messengers/sending/startDelivery.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { badRequest, notFound } from './techErrors.ts'

/** Finds a message that may be changed, or refuses the change. */
export async function findChangeable({
  store,
  messageId,
  change,
}: {
  store: Store
  messageId: string
  change: MessageChange
}): Promise<Message | Refusal> {
  const message = await getMessage(store.database, messageId)
  if (message?.direction !== 'outgoing' || message.deletedAt !== null) return notFound('Message')
  const transport = (await getChannel(store.database, message.channelId))?.transport
  if (listMessageChanges(transport).length === 0)
    return badRequest(`Messages of ${transport ?? 'a deleted'} channels cannot be edited or deleted`)
  if (change === 'delete') return message
  if (transport === 'whatsapp' && (change === 'content' || message.content !== null))
    return badRequest('Only the text of a WhatsApp message can be edited')
  if (transport === 'maxbot' && message.buttons !== null)
    return badRequest('A MAX bot message with a keyboard cannot be edited')
  const editableUntil = message.sentAt + sendingMs + deliveryMs + changeableMs
  if (store.clock.now() > editableUntil) return badRequest('A message can be edited within 15 minutes of its delivery')
  return message
}
