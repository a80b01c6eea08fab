import type { Chat } from '@crm-chat/protocol'
import type { IncomingFile } from '../backend.ts'
import type { OperationCall, ProxyContext } from '../context.ts'
import { findOwnFile } from '../conversations/ownFiles.ts'
import { OperationError } from '../errors.ts'
import { limitBytes } from '../files/limitBytes.ts'
import { responseHeaders } from '../http/respond.ts'
import { authorizeChats } from './authorizeChats.ts'
import { need } from './need.ts'
import type { OperationDefinition } from './operation.ts'

/** Largest file, in bytes. */
const maxBytes = 50 * 1024 * 1024

/** Types that are shown in the page; everything else is downloaded. */
const shown = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)(;|$)/i

/** `GET /media/:mediaId`: a file of a message, by way of the proxy. */
export const media: OperationDefinition = {
  access: 'user',
  body: 'none',
  repetition: 'safe',
  capability: 'media',
  isOffered: ({ backend, conversations, authorizeChats: hook }: ProxyContext) =>
    hook !== undefined && backend.media !== undefined && (backend.media.chatOf ?? conversations) !== undefined,
  handle: async (call) => {
    const { context, user, request, requestId } = call
    const { chat, url } = await find(call)
    await authorizeChats({ context, user, chats: [chat], operation: 'media' })
    const { mediaId = '' } = call.params
    const link = findOwnFile(url ?? '')
    const file =
      link === undefined
        ? await need(context.backend.media).open({ mediaId, url, signal: request.signal() })
        : await openOwn({ context, link })
    if ((file.size ?? 0) > maxBytes) {
      await file.body.cancel()
      throw new OperationError({ code: 'too_large', message: 'The file is too large to be shown.' })
    }
    const isShown = shown.test(file.mimeType)
    const name = encodeURIComponent(file.name ?? 'file').replaceAll("'", '%27')
    return {
      status: 200,
      headers: {
        ...responseHeaders,
        'content-type': isShown ? file.mimeType : 'application/octet-stream',
        'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-request-id': requestId,
        ...(file.size === undefined ? {} : { 'content-length': String(file.size) }),
      },
      file: limitBytes({ body: file.body, maxBytes: file.size ?? maxBytes }), // More than announced would be the next response.
    }
  },
}

/** Asks the CRM's own store of files: users choose the links of what they send, so no other place is asked. */
async function openOwn({ context, link }: { context: ProxyContext; link: string }): Promise<IncomingFile> {
  const file = await context.files?.readFile?.(link)
  if (!file) throw new OperationError({ code: 'not_found', message: 'There is no such file any more.' })
  const { bytes, mimeType, name } = file
  return { body: new Blob([new Uint8Array(bytes)]).stream(), mimeType, name, size: bytes.byteLength }
}

/** Returns the chat that a file belongs to, and its address where the vendor's links are kept. @throws {OperationError} `not_found` */
async function find({ context, params, request }: OperationCall): Promise<{ chat: Chat; url: string | undefined }> {
  const { mediaId = '' } = params
  const { media: own } = context.backend
  const chat = await own?.chatOf?.({ mediaId, signal: request.signal() })
  if (chat) return { chat, url: undefined }
  const stored = own?.chatOf ? undefined : await context.conversations?.findMedia(mediaId)
  if (stored) return { chat: stored.message.chat as Chat, url: stored.url } // The CRM decides on newer messengers too.
  throw new OperationError({ code: 'not_found', message: 'There is no such file.' })
}
