import { chatTypes } from './chatTypes.ts'

/**
 * Returns the places of invalid values and unknown fields in the body of `POST /window`, e.g. `chats.0.chatType`: those
 * that {@link windowRequestSchema} refuses. A valid request has none.
 */
export function findInvalidPlaces(request: unknown): string[] {
  const { scope, chats, activeChat } = Object(request)
  const isCard = scope === 'card'
  if (!isCard && scope !== 'global') return ['scope']
  return [
    ...(isCard ? checkChats(chats) : []),
    ...(activeChat === undefined ? [] : checkChat({ chat: activeChat, place: 'activeChat', fields: chatFields })),
    ...findOthers({ value: request, fields: isCard ? [...windowFields, 'chats'] : windowFields }),
  ]
}

const windowFields = ['scope', 'activeChat']
const chatFields = ['chatType', 'chatId']

function checkChats(chats: unknown): string[] {
  if (!Array.isArray(chats)) return ['chats']
  const fields = [...chatFields, 'name']
  const places = chats.flatMap((chat, index) => checkChat({ chat, place: `chats.${index}`, fields }))
  return chats.length > 0 && chats.length <= 100 ? places : [...places, 'chats']
}

function checkChat({ chat, place, fields }: { chat: unknown; place: string; fields: string[] }): string[] {
  if (typeof chat !== 'object' || chat === null || Array.isArray(chat)) return [place]
  const { chatType, chatId, name } = chat as Record<string, unknown>
  return [
    ...((chatTypes as readonly unknown[]).includes(chatType) ? [] : ['chatType']),
    ...(isShort(chatId) ? [] : ['chatId']),
    ...(!fields.includes('name') || name === undefined || isShort(name) ? [] : ['name']),
    ...findOthers({ value: chat, fields }),
  ].map((field) => `${place}.${field}`)
}

/** Characters count, not the units that they take. */
function isShort(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && [...value].length <= 200
}

function findOthers({ value, fields }: { value: unknown; fields: string[] }): string[] {
  return Object.keys(Object(value)).filter((field) => !fields.includes(field))
}
