import { Hono } from 'hono'
import * as z from 'zod'
import { chatSchema } from '../channels/chatTypes.ts'
import { carriesChats } from '../channels/transports.ts'
import { InvalidOptionError } from '../errors.ts'
import { addFile, uploadSchema } from '../files/files.ts'
import { answerError } from '../http/answerError.ts'
import { readJson } from '../http/readJson.ts'
import { addIncoming } from '../store/addIncoming.ts'
import { type Channel, getChannel, getChannelOf } from '../store/channels.ts'
import type { Chat } from '../store/chats.ts'
import type { Store } from '../store/openStore.ts'
import { notJson, refuseBody } from '../wazzup-v2/refuseBody.ts'
import { refuseOption } from './refuseOption.ts'

const simulatedMessageSchema = z.intersection(
  chatSchema,
  z
    .object({
      text: z.string().trim().min(1).max(10_000).optional(),
      /** Link to a file that lies elsewhere; it is kept, never followed. */
      content: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
      /** A small file, kept by the sandbox. */
      file: uploadSchema.optional(),
      refMessageId: z.string().max(100).optional(),
      /** The company's channel it comes in through. @default that of the last message, else the messenger's first that works */
      channelId: z.string().max(100).optional(),
      name: z.string().max(200).optional(),
    })
    .refine(({ text, content, file }) => text ?? content ?? file, 'Give text, content or file.')
    .refine(({ content, file }) => !(content && file), 'Give content or file, not both.'),
)

/** What a customer writes: text, a link to a file as `content`, or a small file. */
export type SimulatedMessage = z.input<typeof simulatedMessageSchema>

/** What became of it. */
export interface SimulatedMessageResult {
  messageId: string
  chatType: string
  chatId: string
}

/** What playing the customer takes. */
export interface SimulateOptions {
  store: Store
  /** Where the sandbox is reached: files are linked to from there. */
  origin: () => string
}

/** `POST /_sandbox/simulate/message`: plays the customer. */
export function simulate(options: SimulateOptions): Hono {
  return new Hono({ strict: false }).post('/simulate/message', async (context) => {
    const body = await readJson(context)
    if (body === undefined) return answerError(context, notJson)
    const request = simulatedMessageSchema.safeParse(body)
    if (!request.success) return answerError(context, refuseBody(request.error))
    return refuseOption(context, async () => context.json(await receive(options, request.data), 201))
  })
}

/**
 * Lets a customer write, without HTTP.
 * @throws {InvalidOptionError} when the message is not one a customer could write.
 */
export async function simulateMessage(
  options: SimulateOptions,
  message: SimulatedMessage,
): Promise<SimulatedMessageResult> {
  const parsed = simulatedMessageSchema.safeParse(message)
  if (parsed.success) return receive(options, parsed.data)
  throw new InvalidOptionError(`simulate.message: ${refuseBody(parsed.error).description}`)
}

async function receive(
  { store, origin }: SimulateOptions,
  { file, ...message }: z.output<typeof simulatedMessageSchema>,
): Promise<SimulatedMessageResult> {
  const { chatType, chatId } = message
  const channel = await findChannel(store, message)
  if (!channel)
    throw new InvalidOptionError(`The account has no such ${chatType} channel for the message to come in through.`)
  const content = file ? origin() + (await addFile(store, file)) : message.content
  const { messageId } = await addIncoming(store, { ...message, content, channelId: channel.channelId })
  return { messageId, chatType, chatId }
}

async function findChannel(
  { database }: Store,
  { channelId, ...chat }: Chat & { channelId?: string | undefined },
): Promise<Channel | undefined> {
  if (channelId === undefined) return getChannelOf(database, chat)
  const channel = await getChannel(database, channelId)
  return channel && carriesChats({ ...channel, ...chat }) ? channel : undefined
}
