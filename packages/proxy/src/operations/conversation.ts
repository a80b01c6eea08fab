import {
  type ConversationPage,
  conversationPageSchema,
  type Operation,
  type ReadRequest,
  readRequestSchema,
  type SearchResult,
  searchResultSchema,
} from '@crm-chat/protocol'
import type { OperationCall, ProxyContext } from '../context.ts'
import { parseConversationId } from '../conversations/conversationIds.ts'
import { OperationError } from '../errors.ts'
import { readQuery } from '../http/readQuery.ts'
import { authorizeChats } from './authorizeChats.ts'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

/** Messages of one page. */
const pageSize = 50

/** The vendor's own history comes first: it is complete. */
const hasHistory = ({ backend, conversations, authorizeChats: hook }: ProxyContext): boolean =>
  hook !== undefined && (backend.conversation !== undefined || conversations !== undefined)

const shared = { access: 'user', capability: 'conversation', isOffered: hasHistory } as const

/** `GET /conversations/:conversationId/messages?before=`: marks nothing as read. */
export const conversation = defineOperation<undefined, ConversationPage>({
  ...shared,
  repetition: 'safe',
  output: conversationPageSchema,
  run: async (call) => {
    const { context, request } = call
    const conversationId = await enter({ call, operation: 'conversation' })
    const before = readQuery({ target: request.target, name: 'before' })
    const { conversation: own } = context.backend
    if (own) return own.page({ conversationId, before, limit: pageSize, signal: request.signal() })
    return need(context.conversations).page({ conversationId, before, limit: pageSize })
  },
})

/** `POST /conversations/:conversationId/read`. */
export const readConversation = defineOperation<ReadRequest>({
  ...shared,
  repetition: 'same',
  input: readRequestSchema,
  run: async (call) => {
    const { context, user, body } = call
    const conversationId = await enter({ call, operation: 'readConversation' })
    const { conversation: own } = context.backend
    if (own) await own.markRead({ conversationId, ...body })
    else await need(context.conversations).markRead({ conversationId, ...body, userId: user.id })
  },
})

/** `GET /conversations/:conversationId/search?text=`: messages of one conversation that the CRM's own store has. */
export const searchConversation = defineOperation<undefined, SearchResult>({
  access: 'user',
  repetition: 'safe',
  capability: 'search',
  isOffered: ({ backend, conversations, authorizeChats: hook }) =>
    hook !== undefined && backend.conversation === undefined && conversations !== undefined,
  output: searchResultSchema,
  run: async (call) => {
    const conversationId = await enter({ call, operation: 'searchConversation' })
    const text = readQuery({ target: call.request.target, name: 'text' })?.trim()
    if (!text) throw new OperationError({ code: 'invalid_request', message: 'The query "text" is missing.' })
    const { conversations } = call.context
    return { messages: await need(conversations).search({ text, conversationIds: [conversationId], limit: pageSize }) }
  },
})

/** `GET /conversations/:conversationId/from?time=`: one page of messages from a time on, of the history that can be read from there. */
export const conversationFrom = defineOperation<undefined, ConversationPage>({
  access: 'user',
  repetition: 'safe',
  capability: 'jump',
  isOffered: ({ backend, conversations, authorizeChats: hook }) =>
    hook !== undefined && backend.conversation === undefined && conversations?.pageFrom !== undefined,
  output: conversationPageSchema,
  run: async (call) => {
    const conversationId = await enter({ call, operation: 'conversationFrom' })
    const time = readQuery({ target: call.request.target, name: 'time' }) ?? ''
    const from = /^\d{4}-/.test(time) ? Date.parse(time) : Number.NaN
    if (Number.isNaN(from))
      throw new OperationError({ code: 'invalid_request', message: 'The query "time" must be a time in ISO 8601.' })
    return need(need(call.context.conversations).pageFrom)({ conversationId, from, limit: pageSize })
  },
})

/**
 * Lets in whom the CRM allows to see the conversation's chat. Where the vendor has ids of its own, `<chatType>~<chatId>` names
 * a conversation too. @throws {OperationError} `not_found`, `forbidden`
 */
async function enter({ call, operation }: { call: OperationCall; operation: Operation }): Promise<string> {
  const { context, user, request, params } = call
  const { conversationId = '' } = params
  const { conversation: own } = context.backend
  const named = parseConversationId(conversationId)
  const isByChat = named !== undefined && (own === undefined || own.idOf !== undefined)
  const chat = isByChat ? named : await own?.chatOf({ conversationId, signal: request.signal() })
  if (!chat) throw new OperationError({ code: 'not_found', message: 'There is no such conversation.' })
  await authorizeChats({ context, user, chats: [chat], operation })
  if (!isByChat || !own?.idOf) return conversationId
  const id = await own.idOf({ chat, signal: request.signal() })
  if (id === undefined) throw new OperationError({ code: 'not_found', message: 'There is no such conversation.' })
  return id
}
