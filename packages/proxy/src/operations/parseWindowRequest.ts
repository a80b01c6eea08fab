import { type ChatType, chatTypes, type WindowRequest, windowRequestSchema } from '@crm-chat/protocol'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'

/**
 * Parses the body of `POST /window`. A valid one is recognized by hand, in a tenth of the time; the schema decides on all others.
 * @throws {OperationError} `invalid_request`
 */
export function parseWindowRequest(body: unknown): WindowRequest {
  if (isWindowRequest(body)) return body
  const result = windowRequestSchema.safeParse(body)
  if (result.success) return result.data
  throw new OperationError({ code: 'invalid_request', message: `The body: ${describeIssues(result.error.issues)}.` })
}

/** Returns true only for parsed JSON that `windowRequestSchema` accepts, and for almost all of it: a test holds the two together. */
export function isWindowRequest(body: unknown): body is WindowRequest {
  if (!isObject(body)) return false
  const { scope, chats, activeChat } = body
  const isActiveRight = !Object.hasOwn(body, 'activeChat') || isChat({ value: activeChat, fields: chatFields })
  if (scope === 'global') return isActiveRight && hasOnly(body, globalFields)
  return scope === 'card' && isActiveRight && hasOnly(body, cardFields) && isChats(chats)
}

const globalFields = ['scope', 'activeChat']
const cardFields = [...globalFields, 'chats']
const chatFields = ['chatType', 'chatId']
const namedChatFields = [...chatFields, 'name']
const knownTypes = new Set<unknown>(chatTypes satisfies readonly ChatType[])

function isChats(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > 100) return false
  return value.every((each) => isChat({ value: each, fields: namedChatFields }))
}

function isChat({ value, fields }: { value: unknown; fields: string[] }): boolean {
  if (!isObject(value) || !hasOnly(value, fields)) return false
  const { chatType, chatId, name } = value
  return knownTypes.has(chatType) && isText(chatId) && (!Object.hasOwn(value, 'name') || isText(name))
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length >= 1 && value.length <= 200
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasOnly(value: object, fields: string[]): boolean {
  for (const key of Object.keys(value)) if (!fields.includes(key)) return false
  return true
}
