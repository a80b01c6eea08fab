import { sendingMs } from '../../messengers/sending/startDelivery.ts'
import type { Account } from '../../server/account.ts'
import type { Call } from '../../server/routes/route.ts'
import { addReply } from '../../store/entities/addReply.ts'
import { markFailed } from '../../store/entities/messageStatuses.ts'
import type { Message } from '../../store/schema.ts'
import { saveExtras } from './messageExtras.ts'
import { getPerson } from './people.ts'
import { respondSuccess } from './respondSuccess.ts'
import { toButtons } from './toButtons.ts'
import { serviceWindowMs, toTime } from './toContact.ts'
import { toMessage, toWamid } from './toMessage.ts'

/** A message to a phone number. */
export interface Outgoing {
  phone: string
  channelId: string
  /** Type, in this server's words. */
  type: string
  text: string
  content?: string | undefined
  interactive?: Record<string, unknown> | undefined
  refMessageId?: string | undefined
  templateId?: string | undefined
  media?: { mediaType: string; mediaName: string } | undefined
}

/** Queues a message, which is sent a moment later and may fail then. */
export async function send(account: Account, outgoing: Outgoing): Promise<Message> {
  const { store } = account
  const { phone, channelId, type, text, content, refMessageId, templateId, interactive, media } = outgoing
  const chat = { chatType: 'whatsapp', chatId: phone } as const
  const failure = await findFailure(account, outgoing)
  const fields = { ...chat, channelId, text: text || undefined, content, refMessageId, templateId }
  const message = await addReply(store, { ...fields, buttons: toButtons(interactive), status: 'sending' })
  const { messageId } = message
  await saveExtras(store.database, { messageId, messageType: type, ...(interactive && { interactive }), ...media })
  if (failure !== undefined) {
    const failsAt = message.sentAt + sendingMs / 2 // Before the messenger would accept it.
    store.clock.schedule(failsAt, () => void markFailed(store, { messageId, failure }))
  }
  return message
}

/** Responds with the whole message, or with the few fields in the documents of 2025. */
export async function respondSent(
  call: Pick<Call, 'account' | 'context'>,
  { message, contactId }: { message: Message; contactId: string },
): Promise<Response> {
  if (!call.account.quirks.isOn('whatomate.docs2025'))
    return respondSuccess(call, await toMessage(call.account, { message, contactId }))
  const { messageId: id, sentAt } = message
  const wa_message_id = toWamid({ ...message, status: 'sent' })
  return respondSuccess(call, { id, wa_message_id, status: 'sent', timestamp: toTime(sentAt) })
}

/** Finds a reason for a message to fail after the response. */
async function findFailure(account: Account, outgoing: Outgoing): Promise<string | undefined> {
  const { quirks } = account
  if (quirks.isOn('whatomate.failedSends')) return 'API error 131000: Something went wrong'
  if (
    quirks.isOn('whatomate.serviceWindow') &&
    outgoing.type !== 'template' &&
    !(await isWindowOpen(account, outgoing))
  )
    return 'API error 131047: Re-engagement message'
  return typeFailure(outgoing)
}

async function isWindowOpen({ store }: Account, { phone }: Outgoing): Promise<boolean> {
  const lastInboundAt = (await getPerson(store, { phone }))?.lastInboundAt ?? null
  return lastInboundAt !== null && store.clock.now() - lastInboundAt < serviceWindowMs
}

const sendable = ['text', 'interactive', 'template', 'image', 'video', 'audio', 'document']

function typeFailure({ type, text, content, interactive }: Outgoing): string | undefined {
  if (!sendable.includes(type)) return `unsupported message type: ${type}`
  if (type === 'text' && text.trim() === '') return 'failed to send text message: API error 100: text.body is required'
  if (['image', 'video', 'audio', 'document'].includes(type) && content === undefined) return `no media for ${type}`
  if (type !== 'interactive' || interactive?.type === 'cta_url') return undefined
  const choices = interactive?.rows ?? interactive?.buttons
  const count = Array.isArray(choices) ? choices.length : 0
  if (count === 0) return 'at least one button is required'
  return count > 10 ? 'maximum 10 buttons allowed' : undefined
}
