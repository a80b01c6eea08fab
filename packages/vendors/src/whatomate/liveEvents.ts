import * as z from 'zod'
import { isRecord } from '../http/isRecord.ts'
import { parseJson } from '../http/parseJson.ts'
import { textOrNoneSchema } from './envelope.ts'
import { type Message, messageSchema } from './message.ts'

/** Events of the live socket. Each connection receives all events of the organization: the caller decides who may see them. */
export type LiveEvent = NewMessageEvent | StatusUpdateEvent | ReactionUpdateEvent | OtherLiveEvent

/** A message came in or went out; also the ones sent with this key, perhaps before the send was answered. */
export interface NewMessageEvent {
  type: 'new_message'
  message: Message
  /** The user the contact is assigned to. */
  assigned_user_id: string | undefined
  /** The customer's name. */
  profile_name: string | undefined
  raw: unknown
}

/** A message got further (`status_update`; some servers say `message_status`). A late `delivered` may follow `read`. */
export interface StatusUpdateEvent {
  type: 'status_update'
  message_id: string
  contact_id: string | undefined
  status: string
  wamid: string | undefined
  error_message: string | undefined
  raw: unknown
}

/** The reactions to a message are now these. */
export interface ReactionUpdateEvent {
  type: 'reaction_update'
  message_id: string
  contact_id: string | undefined
  reactions: Message['reactions']
  raw: unknown
}

/** Anything else: transfers, notes, campaigns, calls, and what is newer than this package. */
export interface OtherLiveEvent {
  type: 'other'
  /** The server's name for it. */
  name: string
  raw: unknown
}

const aboutSchema = z.object({ assigned_user_id: textOrNoneSchema, profile_name: textOrNoneSchema })
const statusSchema = z.object({
  message_id: z.string().min(1),
  contact_id: textOrNoneSchema,
  status: z.string().min(1),
  wamid: textOrNoneSchema,
  error_message: textOrNoneSchema,
})
const reactionsSchema = z.object({
  message_id: z.string().min(1),
  contact_id: textOrNoneSchema,
  reactions: z
    .array(z.looseObject({ emoji: z.string(), from_phone: textOrNoneSchema, from_user: textOrNoneSchema }))
    .nullish()
    .transform((reactions) => reactions ?? []),
})

/** Reads a frame of the live socket: one event, or several of them, a line each. What is no event is left out. */
export function parseLiveFrame(frame: string): LiveEvent[] {
  const whole = parseJson(frame)
  const parts = whole === undefined ? frame.split('\n').map(parseJson) : [whole]
  return parts.flatMap((part) =>
    isRecord(part) && typeof part.type === 'string' ? [toLiveEvent(part.type, part)] : [],
  )
}

function toLiveEvent(name: string, { payload }: Record<string, unknown>): LiveEvent {
  const raw = payload
  return readers.get(name)?.(payload) ?? { type: 'other', name, raw }
}

type Reader = (payload: unknown) => LiveEvent | undefined

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['new_message', readNewMessage],
  ['status_update', readStatus],
  ['message_status', readStatus],
  ['reaction_update', readReactions],
])

function readNewMessage(raw: unknown): NewMessageEvent | undefined {
  const message = messageSchema.safeParse(raw)
  const about = aboutSchema.safeParse(raw)
  return message.success && about.success
    ? { type: 'new_message', message: message.data, ...about.data, raw }
    : undefined
}

function readStatus(raw: unknown): StatusUpdateEvent | undefined {
  const payload = statusSchema.safeParse(raw)
  return payload.success ? { type: 'status_update', ...payload.data, raw } : undefined
}

function readReactions(raw: unknown): ReactionUpdateEvent | undefined {
  const payload = reactionsSchema.safeParse(raw)
  return payload.success ? { type: 'reaction_update', ...payload.data, raw } : undefined
}
