import { defineEndpoint, whatomate } from '@crm-chat/vendors/endpoints'
import { sentMessageAnswerSchema } from '@crm-chat/vendors/whatomate'
import * as z from 'zod'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { getExtras, saveExtras } from './messageExtras.ts'
import type { PersonInChat } from './people.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { respondSent, send } from './send.ts'
import { findChannelId } from './whatsappAccount.ts'
import { contactNotFound, findVisible, isUuid, withPerson } from './withPerson.ts'

/** The server validates very little: invalid messages are accepted, and fail later. */
const messageBodySchema = z.looseObject({
  type: z.string().default('text'),
  text: z.string().optional(),
  content: z.looseObject({ body: z.string().optional() }).optional(),
  reply_to_message_id: z.string().optional(),
  whatsapp_account: z.string().optional(),
  interactive: z
    .looseObject({
      type: z.string().default('button'),
      body: z.string().default(''),
      buttons: z.array(z.looseObject({ id: z.string(), title: z.string() })).optional(),
      button_text: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
})
type MessageBody = z.output<typeof messageBodySchema>

/** Endpoint that only the vendor’s documents have: the client has no function for it. */
export const sendMessageToContact = defineEndpoint({
  operation: 'whatomate.sendMessageToContact',
  method: 'POST',
  path: '/api/messages',
  summary: 'Send a message to the contact in the body: in the documents only',
  body: messageBodySchema.extend({ contact_id: z.string().default('') }),
  response: { description: 'The message, queued.', schema: sentMessageAnswerSchema },
})

/** Sends texts, buttons, lists, links and reactions. @see Whatomate, "Messages" */
export const messages: Route[] = [
  defineRoute({
    endpoint: whatomate.sendMessage,
    body: messageBodySchema,
    handle: (call) => withPerson(call, (person) => sendTo(call, person)),
  }),
  defineRoute({
    endpoint: sendMessageToContact,
    async handle(call) {
      const { account, body, refuse } = call
      // The server looks for the contact in the path, which contains none.
      if (!account.quirks.isOn('whatomate.legacySend') || !isUuid(body.contact_id))
        return refuse(refuseWith(400, 'Invalid contact ID'))
      const person = await findVisible(call, body.contact_id)
      return person ? sendTo(call, person) : refuse(contactNotFound)
    },
  }),
  defineRoute({
    endpoint: whatomate.sendReaction,
    body: z.looseObject({ emoji: z.string().max(32).default('') }),
    handle: (call) => withPerson(call, (person) => react(call, person)),
  }),
]

async function sendTo(call: Call<MessageBody>, { contactId, phone }: PersonInChat): Promise<Response> {
  const { account, body, refuse } = call
  const { store, quirks } = account
  const channelId = await findChannelId(store, { phone, name: body.whatsapp_account })
  if (channelId === undefined) return refuse(refuseWith(400, 'Failed to resolve WhatsApp account'))
  const quoted = await getMessage(store.database, body.reply_to_message_id ?? '')
  const interactive = body.type === 'interactive' ? body.interactive : undefined
  const given = quirks.isOn('whatomate.docs2025') ? (body.text ?? body.content?.body) : body.content?.body
  const message = await send(account, {
    phone,
    channelId,
    type: body.type,
    text: interactive?.body ?? given ?? '',
    interactive: interactive && toStored(interactive),
    refMessageId: quoted?.chatId === phone ? quoted.messageId : undefined,
  })
  return respondSent(call, { message, contactId })
}

/** Four and more choices are sent as a list, whatever the request. */
function toStored(interactive: NonNullable<MessageBody['interactive']>): Record<string, unknown> {
  const { type, body, buttons = [], button_text, url } = interactive
  if (type === 'cta_url') return { type, body, button_text, url }
  const cut = (limit: number) => buttons.map(({ id, title }) => ({ id, title: cutBytes(title, limit) }))
  return buttons.length > 3 ? { type: 'list', body, rows: cut(24) } : { type: 'button', body, buttons: cut(20) }
}

function cutBytes(text: string, limit: number): string {
  return Buffer.from(text).subarray(0, limit).toString()
}

async function react(call: Call<{ emoji: string }>, { phone }: PersonInChat): Promise<Response> {
  const { account, context, body, refuse } = call
  const { database, changes } = account.store
  const messageId = context.req.param('message_id') ?? ''
  if (!isUuid(messageId)) return refuse(refuseWith(400, 'Invalid message ID'))
  const message = await getMessage(database, messageId)
  if (message?.chatId !== phone) return refuse(refuseWith(404, 'Message not found'))
  const before = (await getExtras(database, messageId))?.reactions ?? []
  const others = before.filter(({ from_user }) => from_user === undefined)
  const reactions = body.emoji === '' ? others : [...others, { emoji: body.emoji, from_user: 'api' }]
  await saveExtras(database, { messageId, reactions })
  changes.publish({ kind: 'reactions', messageId })
  const none = reactions.length === 0 && account.quirks.isOn('whatomate.nullReactions')
  return respondSuccess(call, { message_id: messageId, reactions: none ? null : reactions })
}
