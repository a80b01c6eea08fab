import * as z from 'zod'
import type { ChatKey } from '../conversations/conversationIds.ts'
import type { SharedChats } from '../processes/sharedState.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'
import { execute } from './execute.ts'

/** Time for which the chat of a message is known. */
const keepMs = 86_400_000

const chatSchema: z.ZodType<ChatKey> = z.object({ chatType: z.string(), chatId: z.string() })

/** Makes {@link SharedChats}. */
export function createChats({ link, seal }: { link: Link; seal: Seal }): SharedChats {
  return {
    remember: (chats) =>
      link.run((client) => {
        const pipeline = client.pipeline()
        for (const [id, { chatType, chatId }] of chats) {
          const key = seal.keyOf('chat', id)
          pipeline.set(key, seal.seal(key, JSON.stringify({ chatType, chatId })), 'PX', keepMs)
        }
        return execute(pipeline)
      }),
    find: async (ids) => {
      const keys = ids.map((id) => seal.keyOf('chat', id))
      const texts = await link.run((client) => client.mget(keys))
      const found = new Map<string, ChatKey>()
      for (const [index, id] of ids.entries()) {
        const chat = seal.read({ key: keys[index] ?? '', sealed: texts[index], schema: chatSchema })
        if (chat) found.set(id, chat)
      }
      return found
    },
  }
}
