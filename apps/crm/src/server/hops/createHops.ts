import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChatTracer } from '@crm-chat/proxy'
import type { MiddlewareHandler } from 'hono'
import type { Hop, HopRequest } from '../../api/hop.ts'
import { toShownPath } from './toShownPath.ts'

/** A request with whom it is for. */
export interface KeptRequest extends HopRequest {
  /** Null for a webhook. */
  userId: string | null
  /** Chats that a webhook was about. */
  chats: { chatType: string; chatId: string }[]
}

/** Keeps each hop of the latest requests to the chat proxy, as teaching material. */
export interface Hops {
  /** Goes before the chat proxy: it sees the request of the browser, or of the vendor. */
  middleware: MiddlewareHandler
  /** Goes to the proxy's option `tracing`: it names the operation, its id and its outcome. */
  tracer: ChatTracer
  /** Goes to a backend's option `fetch`: it sees the requests to the vendor. */
  fetch: typeof fetch
  /** Notes the user whose request is handled now. */
  noteUser: (userId: string) => void
  /** Notes the chat of a webhook's event that is handled now. */
  noteChat: (chat: { chatType: string; chatId: string }) => void
  /** The latest first. */
  list: () => KeptRequest[]
}

/** Requests that are kept, hops of one of them, and its chats: all are bounded. */
const maxRequests = 200
const maxParts = 20

/** Creates the record of the hops. */
export function createHops({
  now = Date.now,
  fetch: send = globalThis.fetch,
}: {
  now?: () => number
  fetch?: typeof fetch
} = {}): Hops {
  const kept: KeptRequest[] = []
  const scope = new AsyncLocalStorage<KeptRequest>()

  function add(request: KeptRequest | undefined, hop: Omit<Hop, 'ms'>): void {
    if (request && request.hops.length < maxParts) request.hops.push({ ...hop, ms: now() - hop.at })
  }

  function keep(request: KeptRequest): void {
    kept.unshift(request)
    kept.length = Math.min(kept.length, maxRequests)
  }

  return {
    middleware: (context, next) => {
      const { method, path } = context.req
      const request: KeptRequest = { requestId: '', operation: '', code: 'ok', userId: null, chats: [], hops: [] }
      const kind = path.startsWith('/chat/webhooks/') ? 'webhook' : 'browser'
      const hop = { kind, at: now(), method, path: toShownPath(path) } as const
      return scope.run(request, async () => {
        await next()
        add(request, { ...hop, status: context.res.status })
        if (request.requestId) keep(request)
      })
    },
    tracer: {
      startActiveSpan(_name, { attributes }, run) {
        const request = scope.getStore()
        const { 'crm_chat.request_id': requestId, 'crm_chat.operation': operation } = attributes
        if (!request || requestId === undefined) return run(unwatched)
        Object.assign(request, { requestId, operation })
        return run({
          ...unwatched,
          setAttribute: (name, value) => {
            if (name === 'crm_chat.code') request.code = value
          },
        })
      },
    },
    fetch: async (input, init) => {
      const { method, url } = new Request(input, { method: init?.method ?? 'GET' })
      const hop = { kind: 'vendor', at: now(), method, path: toShownPath(new URL(url).pathname) } as const
      const request = scope.getStore()
      try {
        const response = await send(input, init)
        add(request, { ...hop, status: response.status })
        return response
      } catch (error) {
        add(request, { ...hop, status: null })
        throw error
      }
    },
    noteUser: (userId) => {
      const request = scope.getStore()
      if (request) request.userId = userId
    },
    noteChat: (chat) => {
      const request = scope.getStore()
      if (request && request.chats.length < maxParts) request.chats.push(chat)
    },
    list: () => [...kept],
  }
}

const none = (): void => {}
const unwatched = { setAttribute: none, setStatus: none, end: none }
