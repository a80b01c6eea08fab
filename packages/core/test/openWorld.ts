import type { Unanswered } from '@crm-chat/protocol'
import { inject } from 'vitest'
import type { MessageSource, WorldOrder, WorldView } from './chatServer/control.ts'
import type { WorldSettings } from './chatServer/world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chatServerUrl: string
  }
}

/** A test's own proxy and vendor, for the test. */
export interface OpenWorld {
  /** Address of its proxy. */
  endpoint: string
  /** Origin of its frames. */
  origin: string
  set: (settings: Partial<WorldSettings>) => Promise<void>
  /** Shows a count, newer than the one before unless the order says otherwise. */
  setCount: (count: number, order?: Partial<Pick<Unanswered, 'epoch' | 'seq'>>) => Promise<void>
  /** Writes to every open stream. */
  write: (text: string) => Promise<void>
  /** Sends an event to every open stream. */
  send: (name: string, data: unknown) => Promise<void>
  /** Cuts every open stream. */
  drop: () => Promise<void>
  /** Makes every loaded frame post a message. */
  post: (message: unknown, from?: MessageSource) => Promise<void>
  see: () => Promise<WorldView>
}

/** Opens a world that no other test knows. */
export function openWorld(): OpenWorld {
  const url = inject('chatServerUrl')
  const base = `${url}/worlds/${crypto.randomUUID()}`
  const send = async (order: WorldOrder): Promise<void> => {
    await fetch(`${base}/control`, { method: 'POST', body: JSON.stringify(order) })
  }
  let newest = { epoch: 1, seq: 1 }
  const set = (settings: Partial<WorldSettings>) => send({ order: 'set', settings })
  return {
    endpoint: `${base}/chat`,
    origin: url,
    set,
    setCount: (count, order) => {
      newest = { epoch: newest.epoch, seq: newest.seq + 1, ...order }
      const tone = count > 0 ? 'red' : null
      return set({ unanswered: { status: 'live', count, tone, ...newest, at: '2026-01-02T03:04:05.000Z' } })
    },
    write: (text) => send({ order: 'write', text }),
    send: (name, data) => send({ order: 'write', text: `event: ${name}\ndata: ${JSON.stringify(data)}\n\n` }),
    drop: () => send({ order: 'drop' }),
    post: (message, from = 'frame') => send({ order: 'post', message, from }),
    see: async () => (await fetch(`${base}/control`)).json(),
  }
}

/** Error body as the proxy writes it. */
export function errorAnswer(status: number, error: Record<string, unknown>): { status: number; body: string } {
  return { status, body: JSON.stringify({ error: { message: 'said the test', requestId: 'r1', ...error } }) }
}
