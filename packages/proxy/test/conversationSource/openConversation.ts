import { createChat } from '@crm-chat/core'
import {
  type Conversation,
  type ConversationMessage,
  createConversation,
  createProxySource,
} from '@crm-chat/core/conversation'
import { expect, onTestFinished } from 'vitest'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { toNode } from '../../src/node/toNode.ts'
import type { ChatProxyOptions } from '../../src/parseOptions.ts'
import { ann } from '../backends/people.ts'
import { need, type Opened } from '../backends/vendors.ts'
import { createLog } from '../createLog.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { startServer } from '../startServer.ts'

/** A page with one conversation, over a proxy of its own. */
export interface OpenedConversation {
  conversation: Conversation
  /** The shown messages, oldest first. */
  shown: () => readonly ConversationMessage[]
  texts: () => (string | null)[]
  /** Address of the CRM. */
  url: string
  /** Closes the CRM's server, as when it is deployed anew; `start` brings it back. */
  stop: () => Promise<void>
  start: () => Promise<void>
}

const secret = 'a-secret-of-the-tests-1'

/** Opens a conversation of a vendor. Where the vendor has no history, the CRM keeps one. */
export async function openConversation(
  { backend }: Opened,
  { hasStore = false, ...options }: Partial<ChatProxyOptions> & { hasStore?: boolean } = {},
): Promise<OpenedConversation> {
  const proxy = createChatProxy({
    backend,
    identify: identifyByCookie,
    authorizeChats: () => true,
    logger: createLog(),
    webhooks: { secret },
    ...(hasStore && { conversations: memoryConversations() }),
    ...options,
  })
  let server = await startServer(toNode(proxy))
  const { url } = server
  await need(backend, 'webhooks').register({ url: `${url}/chat/webhooks/${secret}` })
  const client = createChat({
    endpoint: `${url}/chat`,
    fetch: (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, cookie: 'session=ann', origin: new URL(url).origin } }),
    retryDelayMs: () => 20,
  })
  const conversation = createConversation(createProxySource(client, { chat: ann }))
  onTestFinished(async () => {
    conversation.close()
    client.close()
    await proxy.close()
    await server.close()
  })
  await expect.poll(() => conversation.getState().thread.status).toMatch(/ready|failed/)
  const shown = (): readonly ConversationMessage[] => {
    const { thread } = conversation.getState()
    return thread.status === 'ready' ? thread.messages : []
  }
  return {
    conversation,
    shown,
    texts: () => shown().map(({ text }) => text),
    url,
    stop: () => server.close(),
    start: async () => {
      server = await startServer(toNode(proxy), Number(new URL(url).port))
    },
  }
}
