import { createWazzupV2, isWazzupV2Error, VendorRequestError, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { QuirkName } from '../../src/server/quirks/createQuirks.ts'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { catchError } from './catchError.ts'
import type { QuirkProof } from './quirkProof.ts'

const user = { id: '7', name: 'Kate' }
const window = { user, scope: 'global' as const, activeChat: ann }
/** A message that fails, because a VK channel cannot reach WhatsApp. */
const abnormal = { ...ann, channelId: channelIds.vk, text: 'Hello' }
const empty = { ...ann, channelId: channelIds.whatsapp }

const createClient = ({ url, apiKey }: Sandbox): WazzupV2 => createWazzupV2({ apiKey, baseUrl: url, counterUrl: url })
const link = { url: expect.stringContaining('/chat/?token=') }
const refused = (code: string) => ({ status: 400, code })

async function send(sandbox: Sandbox, body: unknown): Promise<{ status: number; json: unknown }> {
  const { status, json } = await callSandbox(sandbox, 'POST /v2/send_message', { body })
  return { status, json }
}

async function sendByClient(sandbox: Sandbox): Promise<unknown> {
  const error = await catchError(createClient(sandbox).sendMessage(abnormal))
  return error instanceof VendorRequestError ? { status: error.status, code: error.code } : error
}

async function getIframe(sandbox: Sandbox, body: unknown): Promise<number> {
  return (await callSandbox(sandbox, 'POST /v2/iframe', { body })).status
}

const description = expect.any(String)
const code = 'MESSAGES_ABNORMAL_SEND'
const nested = { status: 400, json: { error: { code, description } } }

/** Proofs of API V2's quirks. */
export const wazzupV2Proofs = {
  'wazzup-v2.activeChatObject': {
    observe: (sandbox) => getIframe(sandbox, { ...window, activeChat: [ann] }),
    off: 200,
    on: 400,
    client: (sandbox) => createClient(sandbox).createIframe(window),
    sees: link,
  },
  'wazzup-v2.iframeCreated': {
    observe: (sandbox) => getIframe(sandbox, window),
    off: 200,
    on: 201,
    client: (sandbox) => createClient(sandbox).createIframe(window),
    sees: link,
  },
  'wazzup-v2.singularCodes': {
    observe: (sandbox) => send(sandbox, abnormal),
    off: nested,
    on: { status: 400, json: { error: { code: 'MESSAGE_ABNORMAL_SEND', description } } },
    client: async (sandbox) => isWazzupV2Error(await catchError(createClient(sandbox).sendMessage(abnormal)), code),
    sees: true,
  },
  'wazzup-v2.pluralCodes': {
    observe: (sandbox) => send(sandbox, empty),
    off: { status: 400, json: { error: { code: 'MESSAGE_NOTHING_TO_SEND', description } } },
    on: { status: 400, json: { error: { code: 'MESSAGES_NOTHING_TO_SEND', description } } },
  },
  'wazzup-v2.flatErrors': {
    observe: (sandbox) => send(sandbox, abnormal),
    off: nested,
    on: { status: 400, json: { error: code, description } },
    client: sendByClient,
    sees: refused(code),
  },
  'wazzup-v2.errorList': {
    observe: (sandbox) => send(sandbox, abnormal),
    off: nested,
    on: { status: 400, json: { errors: [{ code, message: description }] } },
    client: sendByClient,
    sees: refused(code),
  },
  'wazzup-v2.emptyErrors': {
    observe: (sandbox) => send(sandbox, abnormal),
    off: nested,
    on: { status: 400, json: undefined },
    client: async (sandbox) => {
      const error = await catchError(createClient(sandbox).sendMessage(abnormal))
      return error instanceof VendorRequestError && error.status
    },
    sees: 400,
  },
  'wazzup-v2.strictFields': {
    observe: (sandbox) => getIframe(sandbox, { ...window, clientType: 'crm' }),
    off: 200,
    on: 400,
    client: (sandbox) => createClient(sandbox).createIframe(window),
    sees: link,
  },
  'wazzup-v2.strictNulls': {
    observe: (sandbox) => getIframe(sandbox, { ...window, filter: null }),
    off: 200,
    on: 400,
    client: (sandbox) => createClient(sandbox).createIframe(window),
    sees: link,
  },
  'wazzup-v2.uploadedUsersOnly': {
    observe: (sandbox) => getIframe(sandbox, window),
    off: 200,
    on: 400,
    client: async (sandbox) => {
      await createClient(sandbox).saveUsers([user])
      return createClient(sandbox).createIframe(window)
    },
    sees: link,
  },
  'wazzup-v2.numericChatId': {
    observe: async (sandbox) => {
      await createClient(sandbox).saveContacts([{ id: 1, name: 'Ann', chats: [ann] }])
      return (await callSandbox(sandbox, 'GET /v2/contacts/1')).json
    },
    off: expect.objectContaining({ chats: [ann] }),
    on: expect.objectContaining({ chats: [{ ...ann, chatId: 79_998_887_766 }] }),
    client: async (sandbox) => {
      await createClient(sandbox).saveContacts([{ id: 1, name: 'Ann', chats: [ann] }])
      const { chats } = await createClient(sandbox).fetchContact(1)
      return chats?.map(({ chatId }) => String(chatId))
    },
    sees: [ann.chatId],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
