import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { Sandbox } from '../../src/index.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { createTechClient } from '../techClient.ts'
import { createWhatomateClient, whatomateKey } from '../whatomateClient.ts'

/** A vendor's request to send Ann a message: as raw HTTP, and with the real client. */
export interface RequestFace {
  operation: string
  path: string
  headers: (sandbox: Sandbox) => Record<string, string>
  body: unknown
  /** Status without a fault. */
  success: number
  /** An error in this vendor's format. */
  toError: (error: { status: number; code: string; description: string }) => unknown
  send: (sandbox: Sandbox, signal?: AbortSignal) => Promise<unknown>
}

const channelId = channelIds.whatsapp
const text = 'Hello, Ann'
const message = { ...ann, channelId, text }
const techMessage = { channel_id: channelId, recipient: { chat_type: ann.chatType, chat_id: ann.chatId }, text }
const template = { phone_number: ann.chatId, template_name: 'hello_world' }
const bearer = ({ apiKey }: Sandbox) => ({ authorization: `Bearer ${apiKey}` })
const toOptions = (signal: AbortSignal | undefined) => (signal ? { signal } : {})

/** All HTTP APIs. */
export const requestFaces: Record<string, RequestFace> = {
  'wazzup-v2': {
    operation: 'wazzup-v2.sendMessage',
    path: '/v2/send_message',
    headers: ({ apiKey }) => ({ authorization: `Basic ${apiKey}` }),
    body: message,
    success: 201,
    toError: ({ code, description }) => ({ error: { code, description } }),
    send: ({ url, apiKey }, signal) => createWazzupV2({ apiKey, baseUrl: url }).sendMessage(message, toOptions(signal)),
  },
  'wazzup-v3': {
    operation: 'wazzup-v3.sendMessage',
    path: '/v3/message',
    headers: bearer,
    body: message,
    success: 201,
    toError: ({ status, code, description }) => ({ status, error: code, description }),
    send: (sandbox, signal) => createV3Client(sandbox).sendMessage(message, toOptions(signal)),
  },
  'wazzup-tech': {
    operation: 'wazzup-tech.sendMessage',
    path: '/tech/v2/messages',
    headers: bearer,
    body: techMessage,
    success: 200,
    toError: ({ status, code, description }) => ({ statusCode: status, error: code, message: description }),
    send: (sandbox, signal) => createTechClient(sandbox).sendMessage(techMessage, toOptions(signal)),
  },
  whatomate: {
    operation: 'whatomate.sendTemplate',
    path: '/whatomate/api/messages/template',
    headers: () => ({ 'x-api-key': whatomateKey }),
    body: template,
    success: 200,
    toError: ({ description }) => ({ status: 'error', message: description, data: null }),
    send: (sandbox, signal) => createWhatomateClient(sandbox).sendTemplate(template, toOptions(signal)),
  },
}
