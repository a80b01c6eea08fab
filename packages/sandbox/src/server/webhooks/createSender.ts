import type { AllowedAddresses } from '../../messengers/outbound/guardAddresses.ts'
import { postJson } from '../../messengers/outbound/postJson.ts'
import { abortAfter } from '../../store/clock/timers.ts'
import type { Vendor } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
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

/** Sends deliveries to their endpoints. */
export interface Sender {
  /** Sends a delivery once, and records the attempt. @returns the delay before a retry, if there is one */
  send: (parameters: { endpoint: WebhookEndpoint; delivery: Delivery }) => Promise<number | undefined>
  testCall: (parameters: {
    vendor: Vendor
    url: string
    secret?: string | null
    body: unknown
  }) => Promise<TestCallResult>
  /** Aborts attempts in progress; they are not recorded. */
  abort: () => void
}

/** Creates the sender of one account, which records attempts in the log. */
export function createSender({
  store,
  quirks,
  vendors,
  log,
  allowed,
}: {
  store: Store
  quirks: Quirks
  vendors: VendorWebhooks[]
  log: DeliveryLog
  allowed: AllowedAddresses
}): Sender {
  let controller = new AbortController()

  function getWebhooks(vendor: Vendor): VendorWebhooks {
    const found = vendors.find((webhooks) => webhooks.vendor === vendor)
    if (!found) throw new Error(`${vendor} has no webhooks.`)
    return found
  }

  function isAccepted(vendor: Vendor, status: number | undefined): boolean {
    const { isAccepted: accepts = (given: number) => given === 200 } = getWebhooks(vendor)
    return status !== undefined && accepts(status)
  }

  async function call({ vendor, url, ...signed }: Call): Promise<DeliveryAttempt & { text?: string }> {
    const at = store.clock.now()
    const { contentType = 'application/json', toHeaders, timeoutMs = 30_000 } = getWebhooks(vendor)
    const headers = { 'content-type': contentType, ...toHeaders({ now: at, ...signed }) }
    const signal = AbortSignal.any([controller.signal, abortAfter(timeoutMs)])
    try {
      return { at, ...(await postJson({ url, body: signed.body, headers, signal, ...allowed })) }
    } catch (error) {
      return { at, error: error instanceof Error ? error.message || error.name : String(error) }
    }
  }

  return {
    async send({ endpoint, delivery: { deliveryId, event, body } }) {
      const { url, vendor } = endpoint
      const { signal } = controller
      const { text = '', ...attempt } = await call({ url, vendor, endpoint, body })
      const known = log.get(deliveryId)
      if (signal.aborted || !known) return undefined
      const attempts = [...known.attempts, attempt]
      const { onResponse, toRetries } = getWebhooks(vendor)
      if (isAccepted(vendor, attempt.status)) {
        log.update(deliveryId, { attempts, status: 'delivered' })
        await onResponse?.({ store, event, body, text })
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
        passed: isAccepted(vendor, status),
        ...(status === undefined ? {} : { status }),
        ...(error === undefined ? {} : { error }),
      }
    },
    abort() {
      controller.abort()
      controller = new AbortController()
    },
  }
}

interface Call {
  vendor: Vendor
  url: string
  endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
  body: string
}
