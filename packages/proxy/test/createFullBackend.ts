import type { Channel, Message } from '@crm-chat/protocol'
import type { Backend } from '../src/backend.ts'
import { createScriptedBackend } from './createScriptedBackend.ts'

/** A call of a backend: its name, and what it was given, without the signal. */
export type BackendCall = [name: string, parameters: unknown]

/** A field that a vendor adds to whatever it sends, and no browser may see. */
const secretField = { internalToken: 'vendor-internal' }

export const channel: Channel = { id: 'c-1', transport: 'wapi', chatType: 'whatsapp', state: 'active' }

export const message: Message = {
  id: 'm-1',
  chat: { chatType: 'whatsapp', chatId: '79998887766' },
  conversationId: 'k-1',
  direction: 'outgoing',
  type: 'text',
  text: 'Hello',
  at: '2030-01-01T00:00:00.000Z',
}

export const contact = { id: 'k-1', name: 'Ann', chats: [{ chatType: 'whatsapp' as const, chatId: '7' }] }

/** Makes a backend that can do everything, and notes its calls. */
export function createFullBackend(): { backend: Backend; calls: BackendCall[] } {
  const calls: BackendCall[] = []
  const note =
    <Result>(name: string, result: Result) =>
    async (parameters?: object): Promise<Result> => {
      const { signal: _, ...rest } = { signal: undefined, ...parameters }
      calls.push([name, rest])
      return result
    }
  const noteItems =
    <Result>(name: string, result: Result) =>
    async (items: unknown[]): Promise<Result> => {
      calls.push([name, items])
      return result
    }
  const { windows, watchUnanswered, redact, chatTypes } = createScriptedBackend()
  const job = { id: 'e-1', state: 'running', progress: 0.5, ...secretField }
  return {
    calls,
    backend: {
      name: 'full',
      chatTypes,
      windows,
      watchUnanswered,
      redact,
      channels: { list: note('channels.list', [{ ...channel, ...secretField }]) },
      channelAdmin: {
        create: note('channelAdmin.create', { channel: { ...channel, ...secretField } }),
        link: note('channelAdmin.link', { url: 'https://vendor.example/connect', ...secretField }),
        verify: note('channelAdmin.verify', undefined),
        reinit: note('channelAdmin.reinit', { channel, url: 'https://meta.example/connect' }),
        pair: note('channelAdmin.pair', { code: 'ABCD-1234', ...secretField }),
        delete: note('channelAdmin.delete', undefined),
      },
      messages: {
        send: note('messages.send', { messageId: 'm-2', ...secretField }),
        edit: note('messages.edit', undefined),
        delete: note('messages.delete', undefined),
      },
      templates: { list: note('templates.list', [{ id: 't-1', name: 'Hi', status: 'approved', ...secretField }]) },
      entities: {
        users: {
          save: { batchSize: 100, run: noteItems('users.save', undefined) },
          delete: { batchSize: 100, run: noteItems('users.delete', ['u-9']) },
        },
        contacts: {
          save: { batchSize: 100, run: noteItems('contacts.save', undefined) },
          delete: { batchSize: 100, run: noteItems('contacts.delete', ['k-9']) },
          list: {
            pageSize: 1,
            orders: ['id', 'name'],
            fields: ['name', 'chats'],
            read: note('contacts.list', [{ ...contact, ...secretField }]),
          },
        },
      },
      exports: { create: note('exports.create', job), read: note('exports.read', job) },
      conversation: {
        chatOf: async ({ conversationId }) =>
          conversationId === 'k-1' ? { chatType: 'whatsapp', chatId: '7' } : undefined,
        page: note('conversation.page', { messages: [{ ...message, ...secretField }], before: null }),
        markRead: note('conversation.markRead', undefined),
      },
      media: {
        chatOf: async ({ mediaId }) => (mediaId === 'f-1' ? { chatType: 'whatsapp', chatId: '7' } : undefined),
        open: async (parameters) => {
          await note('media.open', undefined)(parameters)
          const body = new Response('picture').body
          if (!body) throw new Error('A text has a body.')
          return { body, mimeType: 'image/png', size: 7, name: 'photo.png' }
        },
      },
    },
  }
}
