import { whatomate } from '@crm-chat/vendors/endpoints'
import { mediaLimits } from '@crm-chat/vendors/whatomate'
import * as z from 'zod'
import { fileHeaders } from '../../server/files/fileHeaders.ts'
import { readJson } from '../../server/http/readJson.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { addFile, getFile } from '../../store/entities/files.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { type Outgoing, respondSent, send } from './send.ts'
import { findChannelId } from './whatsappAccount.ts'
import { contactNotFound, findVisible, isUuid } from './withPerson.ts'

const linkSchema = z.looseObject({
  contact_id: z.string(),
  type: z.string().default('image'),
  media_url: z.url({ protocol: /^https?$/ }),
  caption: z.string().optional(),
})

/** Sends files as a form, and serves them by the id of their message. @see Whatomate, "Messages" */
export const media: Route[] = [
  defineRoute({
    endpoint: whatomate.sendMedia,
    async handle(call) {
      const isLink = call.account.quirks.isOn('whatomate.docs2025') && isJson(call)
      return isLink ? sendLink(call) : sendForm(call)
    },
  }),
  defineRoute({
    endpoint: whatomate.fetchMedia,
    async handle({ account, context, refuse }) {
      const message = await getMessage(account.store.database, context.req.param('id') ?? '')
      if (!message) return refuse(refuseWith(404, 'Message not found'))
      if (message.content === null) return refuse(refuseWith(404, 'No media found'))
      const fileId = /\/files\/([\w-]+)\//.exec(message.content)?.[1]
      const file = fileId === undefined ? undefined : await getFile(account.store, fileId)
      if (!file) return refuse(refuseWith(404, 'File not found'))
      return context.body(Uint8Array.from(file.bytes), 200, {
        'content-type': file.type,
        'cache-control': 'private, max-age=3600',
        ...fileHeaders(file),
      })
    },
  }),
]

function isJson({ context }: Pick<Call, 'context'>): boolean {
  return /^application\/json/i.test(context.req.header('content-type') ?? '')
}

/** The documents of 2025 send a link, which is saved and never followed. */
async function sendLink(call: Call<unknown, unknown>): Promise<Response> {
  const body = linkSchema.safeParse(await readJson(call.context))
  if (!body.success) return call.refuse(refuseWith(400, 'Invalid request body'))
  const { contact_id, type, media_url: content, caption = '' } = body.data
  return sendFile(call, { contactId: contact_id, type, text: caption, content: () => Promise.resolve(content) })
}

async function sendForm(call: Call<unknown, unknown>): Promise<Response> {
  const { context, refuse, account, origin } = call
  const form = isJson(call) ? undefined : await context.req.formData().catch(() => undefined)
  if (!form) return refuse(refuseWith(400, 'Invalid multipart form'))
  const read = (name: string): string | undefined => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const contactId = read('contact_id')
  if (contactId === undefined) return refuse(refuseWith(400, 'contact_id is required'))
  if (!isUuid(contactId)) return refuse(refuseWith(400, 'Invalid contact ID'))
  const file = form.get('file')
  if (!(file instanceof File)) return refuse(refuseWith(400, 'file is required'))
  const mediaType = file.type || 'application/octet-stream'
  const type = read('type') ?? 'image'
  if (account.quirks.isOn('whatomate.mediaLimits') && !isWithinLimits({ type, file }))
    return refuse(refuseWith(400, `Unsupported file for ${type}`))
  return sendFile(call, {
    contactId,
    type,
    text: read('caption') ?? '',
    account: read('whatsapp_account'),
    media: { mediaType, mediaName: file.name },
    content: async () => {
      const data = Buffer.from(await file.arrayBuffer()).toString('base64')
      return origin + (await addFile(account.store, { name: file.name, type: mediaType, data }))
    },
  })
}

function isWithinLimits({ type, file }: { type: string; file: File }): boolean {
  const limit = Object.entries(mediaLimits).find(([name]) => name === type)?.[1]
  return limit !== undefined && file.size <= limit.bytes && limit.types.test(file.type)
}

interface SentFile extends Pick<Outgoing, 'type' | 'text' | 'media'> {
  contactId: string
  account?: string | undefined
  /** Stores the file. Called once nothing prevents the message. */
  content: () => Promise<string>
}

async function sendFile(call: Call<unknown, unknown>, file: SentFile): Promise<Response> {
  const { account, refuse } = call
  const person = await findVisible(call, file.contactId)
  if (!person) return refuse(contactNotFound)
  const { phone, contactId } = person
  const channelId = await findChannelId(account.store, { phone, name: file.account })
  if (channelId === undefined) return refuse(refuseWith(400, 'Failed to resolve WhatsApp account'))
  const { type, text, media: stored } = file
  const message = await send(account, { phone, channelId, type, text, content: await file.content(), media: stored })
  if (!account.quirks.isOn('whatomate.docs2025')) return respondSent(call, { message, contactId })
  const id = message.messageId
  return respondSuccess(call, { id, wa_message_id: `wamid.${id.replaceAll('-', '')}`, status: 'sent' })
}
