import { createServer } from 'node:http'
import { createChatProxy, memoryConversations, toConversationId } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { parseWazzupV3Webhook } from '@crm-chat/vendors/webhooks'
import { serveParent } from '../process/serveParent.ts'
import { intakeChatId, intakeSecret } from '../users.ts'
import { listen } from './listen.ts'
import { createScriptedBackend } from './scriptedBackend.ts'

const conversations = memoryConversations({ maxMessages: 1_000_000 })
let handed = 0

/** A CRM that receives webhooks and keeps the messages in memory. */
const methods = {
  start(): Promise<string> {
    const chat = createChatProxy({
      backend: {
        ...createScriptedBackend(),
        webhooks: {
          read: async ({ body }) => parseWazzupV3Webhook({ headers: {}, body, options: {} }),
          register: async () => {},
        },
      },
      identify: () => null,
      conversations,
      webhooks: {
        secret: intakeSecret,
        onEvent: async () => {
          handed += 1
        },
      },
    })
    return listen(createServer(toNode(chat)))
  },
  /** Counts what was handed over and what is stored. */
  async count({ chats }: { chats: number }): Promise<{ handed: number; stored: number }> {
    let stored = 0
    for (let chat = 0; chat < chats; chat += 1) {
      const conversationId = toConversationId({ chatType: 'whatsapp', chatId: intakeChatId(chat) })
      stored += (await conversations.page({ conversationId, limit: 1_000_000 })).messages.length
    }
    return { handed, stored }
  },
}

export type ReceiverServer = typeof methods
serveParent(methods)
