import { setTimeout } from 'node:timers/promises'
import { secret } from '../startReceiver.ts'
import type { History } from './history.ts'

/** A run, as those who play in it see it. */
export interface Stage {
  history: History
  /** Addresses of the CRM's processes, of which some are away. */
  urls: string[]
  /** Numbers from 0 up to 1. */
  random: () => number
}

/** Longest wait for a response. */
export const patienceMs = 1_500

/**
 * Plays a vendor that sends webhooks to any process of the CRM, each until it is acknowledged with 200, and some again. Those of a
 * chat come one after another, and chats side by side.
 */
export async function playVendor({
  stage,
  deliveries,
  chats,
  onAcknowledged,
}: {
  stage: Stage
  deliveries: number
  chats: number
  onAcknowledged: () => void
}): Promise<{ calls: number }> {
  const { history, urls, random } = stage
  const happens = (chance: number): boolean => random() < chance
  let calls = 0
  let left = deliveries

  async function call(body: string): Promise<boolean> {
    calls += 1
    const url = urls[Math.floor(random() * urls.length)] ?? ''
    const request = { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) }
    try {
      const response = await fetch(`${url}/chat/webhooks/${secret}`, request)
      await response.arrayBuffer()
      return response.status === 200
    } catch {
      return false // It is away, or took too long.
    }
  }

  async function deliver({ body, names }: { body: string; names: string[] }): Promise<void> {
    for (;;) {
      const responses = await Promise.all(happens(0.15) ? [call(body), call(body)] : [call(body)])
      if (responses.includes(true)) break
      await setTimeout(20 + random() * 80)
    }
    for (const name of names) history.acknowledged.add(name)
    onAcknowledged()
    if (happens(0.2)) await call(body)
  }

  async function playChat(chatId: string): Promise<void> {
    const sent: string[] = []
    history.sent.set(chatId, sent)
    for (let number = 0; left > 0; number += 1) {
      left -= 1
      const delivery = toDelivery({ chatId, number, isLong: happens(0.3) })
      sent.push(...delivery.names)
      await deliver(delivery)
    }
  }

  await Promise.all(Array.from({ length: chats }, (_, index) => playChat(`7999555${1_000 + index}`)))
  return { calls }
}

/** A message that was sent from a phone, in a longer one two; that they were read comes in the same call. */
function toDelivery({ chatId, number, isLong }: { chatId: string; number: number; isLong: boolean }): {
  body: string
  names: string[]
} {
  const ids = isLong ? [`${chatId}-${number}a`, `${chatId}-${number}b`] : [`${chatId}-${number}a`]
  const messages = ids.map((messageId, index) => ({
    messageId,
    channelId: 'c-1',
    chatType: 'whatsapp',
    chatId,
    dateTime: Date.UTC(2030, 0, 1, 0, number, index),
    type: 1,
    status: 1,
    authorType: 0,
    text: `Text of ${messageId}`,
  }))
  const statuses = ids.map((messageId) => ({ messageId, status: 3 }))
  return { body: JSON.stringify({ messages, statuses }), names: [...ids, ...ids.map((id) => `${id} read`)] }
}
