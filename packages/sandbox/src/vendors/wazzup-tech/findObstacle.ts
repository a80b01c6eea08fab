import type { messageRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { findChannelObstacle } from '../../messengers/sending/findChannelObstacle.ts'
import { findAccountObstacle, findCustomerObstacle } from '../../messengers/sending/findSendObstacle.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Chat } from '../../store/chatTypes.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { getTemplate } from '../../store/entities/templates.ts'
import type { Channel } from '../../store/schema.ts'
import type { Database, Store } from '../../store/store.ts'
import { carriesChats, type Transport } from '../../store/transports.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechStatus } from './toTechChannel.ts'

type Body = z.output<typeof messageRequestSchema>

/** Finds a reason in the account's data to refuse a message. Its file is checked later, and the outcome sent by webhook. */
export async function findObstacle({
  store,
  body,
  chat,
}: {
  store: Store
  body: Body
  chat: Chat
}): Promise<Refusal | undefined> {
  const channel = await getChannel(store.database, body.channel_id)
  if (!channel) return notFound('Channel')
  const unfit = refuseChannel({ channel, chat }) ?? (await refuseContent(store.database, { body, channel }))
  if (unfit) return unfit
  const obstacle =
    (await findAccountObstacle(store)) ??
    (await findChannelObstacle(store, { channel, chat, isTemplate: body.template !== undefined })) ??
    (await findCustomerObstacle(store, chat))
  return obstacle && badRequest(obstacle.description)
}

function refuseChannel({ channel, chat }: { channel: Channel; chat: Chat }): Refusal | undefined {
  const { transport, state } = channel
  const { status, reason } = toTechStatus(state)
  if (status !== 'active') return badRequest(`Channel is not active: status ${status}, reason ${reason}`)
  if (carriesChats({ transport, chatType: chat.chatType })) return undefined
  return badRequest(`recipient.chat_type: a ${transport} channel has no ${chat.chatType} chats`)
}

const withKeyboard: Transport[] = ['wapi', 'telegram', 'maxbot']
/** A WABA text is shorter than a WhatsApp one. */
const wabaTextLimit = 1_024

async function refuseContent(
  database: Database,
  { body, channel: { transport } }: { body: Body; channel: Channel },
): Promise<Refusal | undefined> {
  const { quoted_message_id: quoted, template, keyboard, text = '' } = body
  if (quoted !== undefined && !(await getMessage(database, quoted))) return notFound('Quoted message')
  if (template && transport !== 'wapi') return badRequest('template: only WABA channels can send templates')
  const refused = template && (await refuseTemplate(database, template.id))
  if (refused) return refused
  if (keyboard && !withKeyboard.includes(transport))
    return badRequest(`keyboard: a ${transport} channel has no buttons`)
  if (transport === 'wapi' && [...text].length > wabaTextLimit)
    return badRequest(`text: a WABA text has at most ${wabaTextLimit} characters`)
  return undefined
}

async function refuseTemplate(database: Database, templateGuid: string): Promise<Refusal | undefined> {
  const template = await getTemplate(database, templateGuid)
  if (!template) return notFound('Template')
  if (template.status.toLowerCase() === 'approved') return undefined
  return badRequest(`template: must be approved, but it is ${template.status}`)
}
