import { type ErrorCode, requestHeader } from '@crm-chat/protocol'
import { createSandbox, type SandboxAccount } from 'crm-chat-sandbox'
import { expect } from 'vitest'
import type { ConversationStore } from '../../src/conversations/conversationStore.ts'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { loopbackFiles } from '../../src/node/loopbackFiles.ts'
import { toNode } from '../../src/node/toNode.ts'
import { kate } from '../backends/people.ts'
import { type Opened, openAccount, type VendorName } from '../backends/vendors.ts'
import { readEvents } from '../readEvents.ts'
import { startServer } from '../startServer.ts'

const secret = 'a-secret-of-the-tests-1'

/** A CRM's server with everything that its vendor offers, in front of the sandbox, and an administrator who uses it. */
export interface Rig {
  vendor: VendorName
  account: SandboxAccount
  /** Address of the sandbox. */
  url: string
  control: Opened['control']
  /** The proxy as it is just after a start. */
  renew: () => ChatProxy
  conversations: ConversationStore
  /** Calls an operation, e.g. `POST /messages`. @throws unless it succeeds */
  call: (route: string, body?: unknown, headers?: Record<string, string>) => Promise<unknown>
  /** Calls an operation that the vendor refuses. Returns the error. */
  refused: (route: string, body?: unknown) => Promise<{ code: ErrorCode; message: string }>
  /** Operations of the vendor that have been called since the last call of an operation. */
  reached: () => Set<string | undefined>
  /** Sends a webhook as the vendor does. @throws unless it is acknowledged */
  deliver: (body: unknown) => Promise<void>
  /** Begins to follow the live stream, once. */
  follow: () => Promise<void>
  /** Data of the events of a name that the page has got so far. */
  events: (name: string) => unknown[]
  close: () => Promise<void>
}

/** Starts a {@link Rig}. */
export async function startRig(vendor: VendorName): Promise<Rig> {
  const sandbox = await createSandbox({ port: 0 })
  const { account, url, backend, control } = await openAccount({ sandbox, vendor })
  const conversations = memoryConversations()
  const files = loopbackFiles()
  const admin = { ...kate, roles: ['admin'] }
  const server = await startServer((request, response) => handler(request, response))
  const create = (): ChatProxy =>
    createChatProxy({
      backend,
      identify: () => admin,
      authorizeChats: () => true,
      authorizeRecipient: () => true,
      enable: ['channelAdmin', 'exports', 'vendorData'],
      conversations,
      files,
      limits: { messagesPerMinute: 1_000 },
      webhooks: { secret, publicUrl: server.url, recipients: () => 'everyone' },
    })
  let chat = create()
  let handler = toNode(chat)
  const seen: { name: string; data: unknown }[] = []
  const controller = new AbortController()
  const lastRequest = (): number => account.requests().at(-1)?.id ?? 0
  let before = 0

  async function send(route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const [method = '', path = ''] = route.split(' ')
    return fetch(`${server.url}/chat${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        [requestHeader.name]: requestHeader.value,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? new Blob([toPlain(body)]) : JSON.stringify(body) }),
    })
  }

  async function follow(): Promise<void> {
    const response = await fetch(`${server.url}/chat/events`, { signal: controller.signal })
    expect(response.status).toBe(200)
    const reader = readEvents(response)
    async function read(): Promise<void> {
      for (let block = await reader.next(); block !== null; block = await reader.next()) {
        const [, name, data] = /^event: (\w+)\n(?:id: .*\n)?data: (.*)$/m.exec(block) ?? []
        if (name !== undefined && data !== undefined) seen.push({ name, data: JSON.parse(data) })
      }
    }
    read().catch(() => {}) // The rig is closed.
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(0)
  }

  return {
    vendor,
    account,
    url,
    control,
    renew: () => {
      before = lastRequest()
      chat = create()
      handler = toNode(chat)
      return chat
    },
    conversations,
    follow,
    events: (name) => seen.filter((event) => event.name === name).map(({ data }) => data),
    reached: () => {
      const answered = account.requests({ after: before, verdict: 'answered' })
      return new Set(answered.map(({ operation }) => operation?.replace(`${vendor}.`, '')))
    },
    call: async (...parameters) => {
      before = lastRequest()
      const response = await send(...parameters)
      const text = await response.text()
      if (!response.ok) throw new Error(`${parameters[0]}: ${response.status} ${text}`)
      return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text
    },
    refused: async (...parameters) => {
      const response = await send(...parameters)
      expect(response.ok).toBe(false)
      return ((await response.json()) as { error: { code: ErrorCode; message: string } }).error
    },
    deliver: async (body) => {
      const response = await send(`POST /webhooks/${secret}`, body)
      if (response.status !== 200) throw new Error(`The webhook was not acknowledged: ${await response.text()}`)
    },
    close: async () => {
      controller.abort()
      await chat.close()
      await server.close()
      await files.close()
      await sandbox.close()
    },
  }
}

function toPlain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
