import { postJson } from '../http/postJson.ts'
import type { Vendor } from '../routes/route.ts'
import type { Store } from '../store/openStore.ts'
import type { Delivery, DeliveryAttempt } from './delivery.ts'
import type { DeliveryLog } from './deliveryLog.ts'
import type { WebhookEndpoint } from './endpoints.ts'
import { vendorsWebhooks } from './vendorsWebhooks.ts'

/** What the address answered to a test call; no status when it did not. */
export interface TestCallResult {
  passed: boolean
  status?: number
  error?: string
}

/** Carries webhooks to their endpoints. */
export interface Sender {
  send: (parameters: { endpoint: WebhookEndpoint; delivery: Delivery }) => Promise<void>
  testCall: (parameters: {
    vendor: Vendor
    url: string
    secret?: string | null
    body: unknown
  }) => Promise<TestCallResult>
  /** Breaks off what is under way; nothing more is written down. */
  close: () => void
}

/** How long the vendor waits for an answer. */
const timeoutMs = 30_000

/** Creates the carrier of one account; what becomes of a delivery is written to the log. */
export function createSender({
  store,
  log,
  allowPrivate,
}: {
  store: Store
  log: DeliveryLog
  allowPrivate: boolean
}): Sender {
  const closing = new AbortController()

  async function call({ vendor, url, ...signed }: Call): Promise<DeliveryAttempt & { text?: string }> {
    const at = store.clock.now()
    const headers = toHeaders({ vendor, now: at, ...signed })
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)])
    try {
      return { at, ...(await postJson({ url, body: signed.body, headers, signal, allowPrivate })) }
    } catch (error) {
      return { at, error: error instanceof Error ? error.message || error.name : String(error) }
    }
  }

  return {
    async send({ endpoint, delivery }) {
      const { url, vendor } = endpoint
      const { text, ...attempt } = await call({ url, vendor, endpoint, body: delivery.body })
      if (closing.signal.aborted) return
      const passed = isSuccess(attempt.status)
      const attempts = [...(log.get(delivery.deliveryId)?.attempts ?? []), attempt]
      log.update(delivery.deliveryId, { attempts, status: passed ? 'delivered' : 'failed' })
      const { onAnswer } = webhooksOf(vendor)
      if (passed && text !== undefined) await onAnswer?.({ store, event: delivery.event, text })
    },
    async testCall({ vendor, url, secret = null, body }) {
      const endpoint = { secret, details: {} }
      const { status, error } = await call({ vendor, url, endpoint, body: JSON.stringify(body) })
      return {
        passed: status === 200,
        ...(status === undefined ? {} : { status }),
        ...(error === undefined ? {} : { error }),
      }
    },
    close() {
      closing.abort()
    },
  }
}

interface Call {
  vendor: Vendor
  url: string
  endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
  body: string
}

function toHeaders({ vendor, ...signed }: Omit<Call, 'url'> & { now: number }): Record<string, string> {
  const { contentType = 'application/json', toHeaders: prove } = webhooksOf(vendor)
  return { 'content-type': contentType, ...prove(signed) }
}

function webhooksOf(vendor: Vendor) {
  const found = vendorsWebhooks.find((webhooks) => webhooks.vendor === vendor)
  if (!found) throw new Error(`${vendor} has no webhooks.`)
  return found
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300
}
