import { systemClock } from '../../src/clock.ts'
import type { ConversationStore } from '../../src/conversations/conversationStore.ts'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { messageIdOf } from '../../src/conversations/messageUpdate.ts'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { toNode } from '../../src/node/toNode.ts'
import { createHookedBackend } from '../createHookedBackend.ts'
import { secret, v3Message } from '../startReceiver.ts'
import { startServer } from '../startServer.ts'
import { createRandom } from './createRandom.ts'

/** Events of a run. */
export interface ChaosResult {
  /** Calls of the vendor, by their status; 0 for one that was cut. */
  statuses: Record<number, number>
  restarts: number
  /** Events that were acknowledged while the store or the CRM did not have them. */
  lost: string[]
  /** Events that one process handed to the CRM twice, after it had taken them. */
  doubled: string[]
  /** Events in the order in which the CRM took each for the first time, by chat. */
  taken: Map<string, string[]>
  /** Events in the order in which the vendor sent them, by chat. */
  sent: Map<string, string[]>
  /** Things that survive the restarts. */
  conversations: ConversationStore
}

/**
 * Plays a vendor that repeats each call until it is acknowledged, and sometimes afterwards, or gives up waiting, to a CRM
 * that fails, hangs, loses its database for a while and is killed. The events of one chat are sent one call after another.
 */
export async function runChaos({
  deliveries,
  chats,
  seed,
}: {
  deliveries: number
  chats: number
  seed: number
}): Promise<ChaosResult> {
  const random = createRandom(seed)
  const happens = (chance: number): boolean => random() < chance
  const conversations = memoryConversations()
  const result: ChaosResult = {
    statuses: {},
    restarts: 0,
    lost: [],
    doubled: [],
    taken: new Map(),
    sent: new Map(),
    conversations,
  }
  const takenEver = new Set<string>()
  let storeIsAway = false
  let running: { chat: ChatProxy; isAlive: boolean }

  function take({ chatId, name, own }: { chatId: string; name: string; own: Set<string> }): void {
    if (own.has(name)) result.doubled.push(name)
    own.add(name)
    if (!takenEver.has(name)) listIn(result.taken, chatId).push(name)
    takenEver.add(name)
  }

  function start(): typeof running {
    const own = new Set<string>()
    const self = { isAlive: true } as typeof running
    let hangs = false
    /** Time passes only for a CRM that never answers, whose deadline is set right after it was called. */
    function after(_ms: number, callback: () => void): () => void {
      if (!hangs) return () => {}
      hangs = false
      return systemClock.after(1, callback)
    }
    const whileAlive = async (): Promise<void> => {
      if (!self.isAlive) await never() // A process that was killed does nothing any more.
    }
    self.chat = createChatProxy({
      backend: createHookedBackend(),
      identify: () => null,
      clock: { ...systemClock, after },
      conversations: {
        ...conversations,
        append: async (update) => {
          await whileAlive()
          if (storeIsAway || happens(0.03)) throw new Error(`no database for ${messageIdOf(update)}`)
          return conversations.append(update)
        },
      },
      webhooks: {
        secret,
        onEvent: async (event) => {
          if (happens(0.05)) throw new Error('broken')
          if (happens(0.01)) {
            hangs = true
            await never()
          }
          await turns(Math.floor(random() * 4))
          await whileAlive()
          if (event.kind === 'message') take({ chatId: event.message.chat.chatId, name: event.message.id, own })
          if (event.kind === 'status') {
            take({ chatId: chatOf(event.messageId), name: `${event.messageId} ${event.status}`, own })
          }
        },
      },
    })
    return self
  }

  running = start()
  const server = await startServer((request, response) => toNode(running.chat)(request, response))
  const url = `${server.url}/chat/webhooks/${secret}`

  function restart(): void {
    running.isAlive = false
    void running.chat.close()
    server.server.closeAllConnections()
    running = start()
    result.restarts += 1
  }

  async function call(body: string): Promise<number> {
    const controller = new AbortController()
    const cancel = happens(0.05) ? systemClock.after(random() * 10, () => controller.abort()) : undefined
    const status = await fetch(url, { method: 'POST', body, signal: controller.signal }).then(
      (response) => response.arrayBuffer().then(() => response.status),
      () => 0,
    )
    cancel?.()
    result.statuses[status] = (result.statuses[status] ?? 0) + 1
    return status
  }

  async function check(names: string[]): Promise<void> {
    for (const name of names) {
      const [id = '', status] = name.split(' ')
      const message = await conversations.find(id)
      if (!takenEver.has(name) || !message || (status !== undefined && message.status !== status))
        result.lost.push(name)
    }
  }

  async function deliver({ body, names }: { body: string; names: string[] }): Promise<void> {
    for (;;) {
      const calls = happens(0.1) ? [call(body), call(body)] : [call(body)]
      if ((await Promise.all(calls)).includes(200)) break
    }
    await check(names)
    if (happens(0.15)) await call(body)
  }

  const perChat = Math.ceil(deliveries / chats)
  let left = deliveries
  async function playChat(chatId: string): Promise<void> {
    for (let number = 0; number < perChat && left > 0; number += 1) {
      left -= 1
      const delivery = toDelivery({ chatId, number, isLong: happens(0.3) })
      listIn(result.sent, chatId).push(...delivery.names)
      if (happens(0.02)) restart()
      if (happens(0.02)) storeIsAway = true
      else if (happens(0.3)) storeIsAway = false
      await deliver({ ...delivery, body: JSON.stringify(delivery.body) })
    }
  }
  const healing = setInterval(() => {
    storeIsAway = false
  }, 20)
  try {
    await Promise.all(Array.from({ length: chats }, (_, index) => playChat(`7999${index}`)))
  } finally {
    clearInterval(healing)
    await running.chat.close()
    await server.close()
  }
  return result
}

/** A message that was sent from a phone, with its status, and in a longer one another message. */
function toDelivery({ chatId, number, isLong }: { chatId: string; number: number; isLong: boolean }): {
  body: object
  names: string[]
} {
  const ids = isLong ? [`${chatId}-${number}a`, `${chatId}-${number}b`] : [`${chatId}-${number}a`]
  const at = (index: number): string => new Date(Date.UTC(2030, 0, 1, 0, number, index)).toISOString()
  return {
    body: {
      messages: ids.map((id, index) => v3Message(id, { chatId, isEcho: true, status: 'sent', dateTime: at(index) })),
      statuses: ids.map((messageId) => ({ messageId, status: 'read', timestamp: at(9) })),
    },
    names: [...ids, ...ids.map((id) => `${id} read`)],
  }
}

function chatOf(messageId: string): string {
  return messageId.split('-')[0] ?? ''
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  const known = map.get(key) ?? []
  map.set(key, known)
  return known
}

function never(): Promise<never> {
  return new Promise(() => {})
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
