import * as z from 'zod'
import { requestDeal } from '../../messengers/crmRequests/requestDeal.ts'
import { type Chat, chatSchema } from '../../store/chatTypes.ts'
import { listAllChats } from '../../store/entities/chats.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Simulation } from './simulation.ts'

const schema = z.intersection(chatSchema, z.object({ userId: z.string().min(1).max(200).optional() }))

/** A request for a deal: the chat, and the user who makes it. */
export type SimulatedDeal = z.input<typeof schema>

/** A user presses "+" in the Deals list of the chats window. */
export const deal: Simulation<typeof schema, Chat> = {
  schema,
  async run({ store }, { chatType, chatId, userId = null }) {
    const chats = await listAllChats(store.database)
    if (!chats.some((chat) => chat.chatType === chatType && chat.chatId === chatId))
      throw new InvalidOptionError('There is no such chat.')
    await requestDeal(store, { chat: { chatType, chatId }, userId })
    return { chatType, chatId }
  },
}
