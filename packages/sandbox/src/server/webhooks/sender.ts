import { postJson } from '../../messengers/outbound/postJson.ts'
import type { Store } from '../../store/store.ts'
import type { Vendor } from '../../store/vendor.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { Delivery, DeliveryAttempt } from './delivery.ts'
import type { DeliveryLog } from './deliveryLog.ts'
import type { WebhookEndpoint } from './endpoints.ts'
import type { VendorWebhooks } from './vendorWebhooks.ts'

/** Result of a test call; no status without a response. */
export interface TestCallResult {
  passed: boolean
  status?: number
  error?: string
}

/** Delivers webhooks to their endpoints. */
export interface Sender {
  /** @returns after how long it is to be tried again, if it is. */
  send: (parameters: { endpoint: WebhookEndpoint; delivery: Delivery }) => Promise<number | undefined>
  testCall: (parameters: {
    vendor: Vendor
    url: string
    secret?: string | null
    body: unknown
  }) => Promise<TestCallResult>
  /** Aborts deliveries in progress; they are not recorded. */
  breakOff: () => void
}

/** Creates the carrier of one account; what becomes of a delivery is written to the log. */
export function createSender({
  store,
  quirks,
  vendors,
  log,
  allowPrivate,
}: {
  store: Store
  quirks: Quirks
  vendors: VendorWebhooks[]
  log: DeliveryLog
  allowPrivate: boolean
}): Sender {
  let life = new AbortController()

  function webhooksOf(vendor: Vendor): VendorWebhooks {
    const found = vendors.find((webhooks) => webhooks.vendor === vendor)
    if (!found) throw new Error(`${vendor} has no webhooks.`)
    return found
  }

  function isTaken(vendor: Vendor, status: number | undefined): boolean {
    const { isTaken: is = (given: number) => given === 200 } = webhooksOf(vendor)
    return status !== undefined && is(status)
  }

  async function call({ vendor, url, ...signed }: Call): Promise<DeliveryAttempt & { text?: string }> {
    const at = store.clock.now()
    const { contentType = 'application/json', toHeaders, timeoutMs = 30_000 } = webhooksOf(vendor)
    const headers = { 'content-type': contentType, ...toHeaders({ now: at, ...signed }) }
    const signal = AbortSignal.any([life.signal, AbortSignal.timeout(timeoutMs)])
    try {
      return { at, ...(await postJson({ url, body: signed.body, headers, signal, allowPrivate })) }
    } catch (error) {
      return { at, error: error instanceof Error ? error.message || error.name : String(error) }
    }
  }

  return {
    async send({ endpoint, delivery: { deliveryId, event, body } }) {
      const { url, vendor } = endpoint
      const { signal } = life
      const { text = '', ...attempt } = await call({ url, vendor, endpoint, body })
      const known = log.get(deliveryId)
      if (signal.aborted || !known) return undefined
      const attempts = [...known.attempts, attempt]
      const { onAnswer, toRetries } = webhooksOf(vendor)
      if (isTaken(vendor, attempt.status)) {
        log.update(deliveryId, { attempts, status: 'delivered' })
        await onAnswer?.({ store, event, body, text })
        return undefined
      }
      const retries = known.replayOf === undefined ? toRetries?.({ quirks, status: attempt.status }) : undefined
      const retryAfterMs = retries?.[attempts.length - 1]
      log.update(deliveryId, { attempts, status: retryAfterMs === undefined ? 'failed' : 'waiting' })
      return retryAfterMs
    },
    async testCall({ vendor, url, secret = null, body }) {
      const endpoint = { secret, details: {} }
      const { status, error } = await call({ vendor, url, endpoint, body: JSON.stringify(body) })
      return {
        passed: isTaken(vendor, status),
        ...(status === undefined ? {} : { status }),
        ...(error === undefined ? {} : { error }),
      }
    },
    breakOff() {
      life.abort()
      life = new AbortController()
    },
  }
}

interface Call {
  vendor: Vendor
  url: string
  endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
  body: string
}
