import { isWhatomateError, type Whatomate } from '@crm-chat/vendors/whatomate'
import { expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import type { QuirkName } from '../../../src/server/quirks/createQuirks.ts'
import { collect } from '../../collect.ts'
import { ann } from '../../fixtures/people.ts'
import { createWhatomateClient, whatomateKey } from '../../whatomateClient.ts'
import { catchError } from '../catchError.ts'
import { openLiveSocket } from '../liveSocket.ts'
import type { QuirkProof } from '../quirkProof.ts'

import { failure, get, getStatus, meetAnn, read, success, text, uuid } from './meetAnn.ts'

const dayMs = 24 * 60 * 60 * 1000
async function getMessage(sandbox: Sandbox, index = 0): Promise<unknown> {
  const { path } = await meetAnn(sandbox)
  const json = await get(sandbox, `GET ${path}/messages`)
  return read(json, 'data', 'messages', index)
}

/** Reads the conversation with Ann through the client, in short form. */
async function readMessages({ client, contact_id }: { client: Whatomate; contact_id: string }): Promise<unknown> {
  const { messages } = await client.fetchMessages({ contact_id })
  return messages.map(({ content, direction, message_type }) => [direction, message_type, content.body])
}
const seesAnn = [['incoming', 'text', text]]

/** Sends a text and returns its final status, with the reason for a failure. */
async function sendAndWait(sandbox: Sandbox, { silentMs = 0 } = {}): Promise<unknown> {
  const { client, contact_id } = await meetAnn(sandbox)
  sandbox.clock.advance(silentMs)
  const { id } = await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
  sandbox.clock.advance(1_200)
  const find = async () => (await client.fetchMessages({ contact_id })).messages.find((message) => message.id === id)
  await expect.poll(async () => ['delivered', 'failed'].includes((await find())?.status ?? '')).toBe(true)
  const message = await find()
  return [message?.status, message?.error_message]
}

async function sendFile(sandbox: Sandbox, contact_id: string): Promise<number> {
  const form = new FormData()
  form.append('contact_id', contact_id)
  form.append('type', 'image')
  form.append('file', new Blob(['GIF89a'], { type: 'image/gif' }), 'door.gif')
  const url = `${sandbox.url}/whatomate/api/messages/media`
  return (await fetch(url, { method: 'POST', headers: { 'x-api-key': whatomateKey }, body: form })).status
}

async function sendPicture(sandbox: Sandbox): Promise<{ client: Whatomate; contact_id: string; id: string }> {
  const { client, contact_id } = await meetAnn(sandbox)
  const file = new Blob(['a picture'], { type: 'image/png' })
  const { id } = await client.sendMedia({ contact_id, type: 'image', file, filename: 'door.png' })
  return { client, contact_id, id }
}

async function takeReactionBack(
  sandbox: Sandbox,
): Promise<{ client: Whatomate; contact_id: string; message_id: string }> {
  const { client, contact_id } = await meetAnn(sandbox)
  const { messages } = await client.fetchMessages({ contact_id })
  const message_id = messages[0]?.id ?? ''
  await client.sendReaction({ contact_id, message_id, emoji: '👍' })
  return { client, contact_id, message_id }
}

/** Proofs of the quirks of Whatomate's messages. */
export const messageProofs = {
  'whatomate.docs2025': {
    observe: async (sandbox) => get(sandbox, `GET ${(await meetAnn(sandbox)).path}/messages`),
    off: success(expect.objectContaining({ messages: [expect.objectContaining({ content: { body: text } })] })),
    on: success(expect.objectContaining({ items: [expect.objectContaining({ content: { text } })] })),
    client: async (sandbox) => readMessages(await meetAnn(sandbox)),
    sees: seesAnn,
  },
  'whatomate.shortTemplateReply': {
    observe: (sandbox) =>
      get(sandbox, 'POST /api/messages/template', { phone_number: ann.chatId, template_name: 'hello_world' }),
    off: success(expect.objectContaining({ id: uuid, contact_id: uuid, message_type: 'template', status: 'pending' })),
    on: success({ message_id: uuid, phone_number: ann.chatId, status: 'pending', template_name: 'hello_world' }),
    client: async (sandbox) => {
      const template = { phone_number: ann.chatId, template_name: 'hello_world' }
      const { id, status } = await createWhatomateClient(sandbox).sendTemplate(template)
      return { id, status }
    },
    sees: { id: uuid, status: 'pending' },
  },
  'whatomate.statusRegression': {
    observe: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      const { id } = await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
      await sandbox.simulate.message({ ...ann, text: 'Thanks' })
      await sandbox.simulate.message({ ...ann, text: 'Bye' })
      await expect.poll(() => told.filter(({ type }) => type === 'new_message')).toHaveLength(3)
      return (await client.fetchMessages({ contact_id })).messages.find((message) => message.id === id)?.status
    },
    off: 'read',
    on: 'delivered',
  },
  'whatomate.serviceWindow': {
    observe: (sandbox) => sendAndWait(sandbox, { silentMs: dayMs }),
    off: ['delivered', undefined],
    on: ['failed', expect.stringContaining('131047')],
  },
  'whatomate.failedSends': {
    observe: (sandbox) => sendAndWait(sandbox),
    off: ['delivered', undefined],
    on: ['failed', expect.stringContaining('131000')],
  },
  'whatomate.mediaLimits': {
    observe: async (sandbox) => sendFile(sandbox, (await meetAnn(sandbox)).contact_id),
    off: 200,
    on: 400,
    client: async (sandbox) => {
      const { id } = await sendPicture(sandbox)
      return id
    },
    sees: uuid,
  },
  'whatomate.legacySend': {
    observe: async (sandbox) => {
      const { contact_id } = await meetAnn(sandbox)
      return getStatus(sandbox, 'POST /api/messages', { contact_id, type: 'text', content: { body: 'Hi' } })
    },
    off: 400,
    on: 200,
  },
  'whatomate.wholePastEnd': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      const pages = [2, 3].map((page) => get(sandbox, `GET ${path}/messages?limit=1&page=${page}`))
      return (await Promise.all(pages)).map((json) => read(json, 'data', 'messages', 'length'))
    },
    off: [0, 0],
    on: [0, 1],
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await collect(client.listMessages({ contact_id }))).length
    },
    sees: 1,
  },
  'whatomate.shrunkLimit': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      await sandbox.simulate.message({ ...ann, text: 'Two' })
      await sandbox.simulate.message({ ...ann, text: 'Three' })
      return read(await get(sandbox, `GET ${path}/messages?limit=2&page=2`), 'data', 'limit')
    },
    off: 2,
    on: 1,
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await client.fetchMessages({ contact_id, mark_read: true })).messages.length
    },
    sees: 1,
  },
  'whatomate.emptyFields': {
    observe: async (sandbox) => read(await getMessage(sandbox), 'media_url'),
    off: undefined,
    on: '',
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const [message] = (await client.fetchMessages({ contact_id })).messages
      return [message?.media_url, message?.interactive_data, message?.reply_to_message_id, message?.reactions]
    },
    sees: [undefined, undefined, undefined, []],
  },
  'whatomate.storagePaths': {
    observe: async (sandbox) => {
      const { client, contact_id } = await sendPicture(sandbox)
      return (await client.fetchMessages({ contact_id })).messages[1]?.media_url
    },
    off: expect.stringMatching(/^\/api\/media\/[0-9a-f-]{36}$/),
    on: expect.stringMatching(/^images\/[0-9a-f-]{36}\.png$/),
    client: async (sandbox) => {
      const { client, id } = await sendPicture(sandbox)
      const file = await client.fetchMedia({ message_id: id })
      return [file.type, await file.text()]
    },
    sees: ['image/png', 'a picture'],
  },
  'whatomate.commaParameters': {
    observe: (sandbox) =>
      get(sandbox, 'POST /api/messages/template', { phone_number: ann.chatId, template_name: 'order_confirmation' }),
    off: failure('Missing template parameters: name, order_id. Expected parameters: [name order_id]'),
    on: failure('Missing template parameters: name, order_id. Expected parameters: [name, order_id]'),
    client: async (sandbox) => {
      const template = { phone_number: ann.chatId, template_name: 'order_confirmation' }
      const error = await catchError(createWhatomateClient(sandbox).sendTemplate(template))
      return isWhatomateError(error, 'TEMPLATE_PARAMETERS_MISSING')
    },
    sees: true,
  },
  'whatomate.nullReactions': {
    observe: async (sandbox) => {
      const { contact_id, message_id } = await takeReactionBack(sandbox)
      const route = `POST /api/contacts/${contact_id}/messages/${message_id}/reaction`
      return read(await get(sandbox, route, { emoji: '' }), 'data', 'reactions')
    },
    off: [],
    on: null,
    client: async (sandbox) => {
      const { client, ...message } = await takeReactionBack(sandbox)
      return client.sendReaction({ ...message, emoji: '' })
    },
    sees: [],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
