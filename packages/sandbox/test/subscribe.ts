import type { WebhookEventName as TechEvent } from '@crm-chat/vendors/wazzup-tech'
import type { Subscriptions } from '@crm-chat/vendors/wazzup-v3'
import { type ChatEvent, parseWebhook, type Vendor } from '@crm-chat/vendors/webhooks'
import type { Sandbox } from '../src/index.ts'
import { createV3Client } from './createV3Client.ts'
import { type Receiver, startReceiver } from './startReceiver.ts'
import { createTechClient } from './techClient.ts'

/** A registered webhook address, with the calls since its registration. */
export interface Subscriber {
  receiver: Receiver
  /** The raw bodies. */
  received: () => unknown[]
  /** The bodies as parsed by the vendors package. */
  understood: () => Promise<ChatEvent[]>
}

/** Subscribes an address to events of the tech API. Test calls are not recorded. */
export async function subscribeTech(sandbox: Sandbox, ...events: TechEvent[]): Promise<Subscriber> {
  const receiver = await startReceiver()
  await createTechClient(sandbox).createWebhooks(events.map((event) => ({ url: receiver.url, event })))
  return toSubscriber('wazzup-tech', receiver)
}

/** Subscribes an address to API v3's webhooks. */
export async function subscribeV3(sandbox: Sandbox, subscriptions: Subscriptions): Promise<Subscriber> {
  const receiver = await startReceiver()
  await createV3Client(sandbox).setWebhooks({ webhooksUri: receiver.url, subscriptions })
  return toSubscriber('wazzup-v3', receiver)
}

/** Wraps an address that was just registered, without its test calls. */
export function toSubscriber(vendor: Vendor, receiver: Receiver): Subscriber {
  receiver.calls.length = 0
  return {
    receiver,
    received: () => receiver.calls.map(({ json }) => json),
    async understood() {
      const read = receiver.calls.map(({ headers, text }) => parseWebhook(vendor, headers, text))
      return (await Promise.all(read)).flat()
    },
  }
}
