import type { ErrorBody } from '@crm-chat/protocol'
import { onTestFinished } from 'vitest'
import { type ChatProxy, createChatProxy } from '../src/createChatProxy.ts'
import { toNode } from '../src/node/toNode.ts'
import type { ChatProxyOptions } from '../src/parseOptions.ts'
import type { WebhooksOptions } from '../src/webhooks/webhooksOptions.ts'
import { createHookedBackend } from './createHookedBackend.ts'
import { createLog } from './createLog.ts'
import { identifyByCookie } from './identifyByCookie.ts'
import { startServer } from './startServer.ts'

/** Secret of the receivers in tests. */
export const secret = 'a-secret-of-the-tests-1'

/** A CRM's server that receives webhooks. */
export interface TestReceiver {
  chat: ChatProxy
  url: string
  log: ReturnType<typeof createLog>
  /** Sends a webhook as the vendor does, over a real connection. */
  send: (body: unknown, options?: SendOptions) => Promise<Sent>
}

interface SendOptions {
  secret?: string
  method?: string
  headers?: Record<string, string>
}

/** The response to a webhook. */
export interface Sent {
  status: number
  headers: Headers
  body: Partial<ErrorBody>
}

/** Starts a {@link TestReceiver}, which ends with its test. */
export async function startReceiver({
  webhooks,
  ...options
}: Omit<Partial<ChatProxyOptions>, 'webhooks'> & { webhooks?: Partial<WebhooksOptions> } = {}): Promise<TestReceiver> {
  const log = createLog()
  const chat = createChatProxy({
    backend: createHookedBackend(),
    identify: identifyByCookie,
    logger: log,
    ...options,
    webhooks: { secret, ...webhooks },
  })
  const { url, close } = await startServer(toNode(chat))
  onTestFinished(async () => {
    await chat.close()
    await close()
  })
  return {
    chat,
    url,
    log,
    send: async (body, { secret: own = secret, method = 'POST', headers = {} } = {}) => {
      const response = await fetch(`${url}/chat/webhooks/${own}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(method === 'GET' ? {} : { body: toBody(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
    },
  }
}

function toBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body as string | Uint8Array<ArrayBuffer>
  return JSON.stringify(body)
}

/** A message as API v3 sends it. */
export function v3Message(messageId: string, fields: object = {}): object {
  return {
    messageId,
    channelId: 'c-1',
    chatType: 'whatsapp',
    chatId: '79990000001',
    dateTime: '2030-01-01T00:00:00.000Z',
    type: 'text',
    status: 'inbound',
    text: `Text of ${messageId}`,
    ...fields,
  }
}
