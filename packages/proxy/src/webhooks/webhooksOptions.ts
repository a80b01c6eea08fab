import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import * as z from 'zod'
import { maxSecretLength } from './createSecretCheck.ts'
import type { DeliveryLog } from './deliveryLog.ts'

/** Options of the receiver of the vendor's webhooks. */
export interface WebhooksOptions {
  /**
   * End of the receiver's address, which nobody but the vendor knows: 20 to 128 letters, digits, `-` and `_`. While it is
   * being changed, the current one followed by the previous ones.
   * @example crypto.randomBytes(24).toString('base64url')
   */
  secret: string | string[] | undefined
  /**
   * Takes each event, and stores whatever your CRM needs of it. The vendor sends the event again unless the hook resolves
   * within ten seconds, so it may come more than once: `deduplicationKey` is then the same. Events of one chat come in order.
   */
  onEvent?: (event: ChatEvent, from: EventSource) => void | Promise<void>
  /** Public address of your server, without the base path, for `registerWebhooks()`, e.g. `https://crm.example.com`. */
  publicUrl?: string | undefined
  /**
   * Names the users whose pages get an event about a chat, by their ids, in place of `authorizeChats`, which is asked for
   * every user who is connected; undefined leaves it to that hook.
   */
  recipients?: (event: ChatEvent, from: EventSource) => Recipients | Promise<Recipients>
  /** Remembers which events were handled. @default in the memory of this process */
  deliveries?: DeliveryLog
}

/** Account that an event comes from, where one proxy serves several. */
export interface EventSource {
  tenant: string | undefined
}

/** Users who get an event. */
export type Recipients = Iterable<string | number> | 'everyone' | undefined

const hook = z.custom((value) => typeof value === 'function', 'must be a function')
const secret = z.custom(
  (value) => typeof value === 'string' && /^[\w-]{20,}$/.test(value) && value.length <= maxSecretLength,
  'must be 20 to 128 letters, digits, - and _',
)
const publicUrl = z.custom(
  (value) => typeof value === 'string' && isPlainAddress(value),
  'must be an http or https address without query and credentials, e.g. https://crm.example.com',
)

/** Schema of {@link WebhooksOptions}. */
export const webhooksOptionsSchema = z.object({
  secret: z.union([secret, z.array(secret).min(1).max(10)], {
    error: 'must be 20 to 128 letters, digits, - and _, or a list of at most ten such texts',
  }),
  onEvent: hook.optional(),
  publicUrl: publicUrl.optional(),
  recipients: hook.optional(),
  deliveries: z.object({ claim: hook, commit: hook, abandon: hook }).optional(),
})

/** Lists the secrets, the current one first. */
export function secretsOf({ secret: given = [] }: WebhooksOptions): string[] {
  return typeof given === 'string' ? [given] : given
}

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
