import type { messageRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { carriesChats, type Transport } from '../channels/transports.ts'
import { deliveryMs, sendingMs } from '../delivery/startDelivery.ts'
import type { Refusal } from '../http/answerError.ts'
import { getChannel } from '../store/channels.ts'
import { getMessage, type Message } from '../store/messages.ts'
import type { Store } from '../store/openStore.ts'
import { getTemplate } from '../store/templates.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechStatus } from './toTechChannel.ts'

/** How long after its delivery a message can be edited. */
const editWindowMs = 15 * 60_000
const editable: Transport[] = ['whatsapp', 'tgapi', 'telegram', 'max', 'maxbot']
const withKeyboard: Transport[] = ['wapi', 'telegram', 'maxbot']
/** A WABA text is shorter than a WhatsApp one. */
const wabaTextLimit = 1_024

/** What in the account's data stands against sending a message. */
export async function findObstacle({
  store,
  body,
}: {
  store: Store
  body: z.output<typeof messageRequestSchema>
}): Promise<Refusal | undefined> {
  const { channel_id, recipient, quoted_message_id: quoted, template, keyboard, text = '' } = body
  const channel = await getChannel(store.database, channel_id)
  if (!channel) return notFound('Channel')
  const { transport, state } = channel
  const { status, reason } = toTechStatus(state)
  if (status !== 'active') return badRequest(`Channel is not active: status ${status}, reason ${reason}`)
  if (!carriesChats({ transport, chatType: recipient.chat_type }))
    return badRequest(`recipient.chat_type: a ${transport} channel has no ${recipient.chat_type} chats`)
  if (quoted !== undefined && !(await getMessage(store.database, quoted))) return notFound('Quoted message')
  if (template && transport !== 'wapi') return badRequest('template: templates go through WABA channels only')
  if (template && !(await getTemplate(store.database, template.id))) return notFound('Template')
  if (keyboard && !withKeyboard.includes(transport))
    return badRequest(`keyboard: a ${transport} channel has no buttons`)
  if (transport === 'wapi' && [...text].length > wabaTextLimit)
    return badRequest(`text: a WABA text has ${wabaTextLimit} characters at most`)
  return undefined
}

/** Finds a message that may be changed, or says why it may not. */
export async function findChangeable({
  store,
  messageId,
  change,
}: {
  store: Store
  messageId: string
  change: 'text' | 'file' | 'delete'
}): Promise<Message | Refusal> {
  const message = await getMessage(store.database, messageId)
  if (message?.direction !== 'outgoing' || message.deletedAt !== null) return notFound('Message')
  const transport = (await getChannel(store.database, message.channelId))?.transport
  if (!transport || !editable.includes(transport))
    return badRequest(`Messages of ${transport ?? 'a deleted'} channels cannot be edited or deleted`)
  if (change === 'delete') return message
  if (transport === 'whatsapp' && (change === 'file' || message.content !== null))
    return badRequest('Only the text of a WhatsApp message can be edited')
  if (transport === 'maxbot' && message.buttons !== null)
    return badRequest('A MAX bot message with a keyboard cannot be edited')
  const editableUntil = message.sentAt + sendingMs + deliveryMs + editWindowMs
  if (store.clock.now() > editableUntil) return badRequest('A message can be edited within 15 minutes of its delivery')
  return message
}
