import type { Delivery } from '../../../src/server/webhooks/delivery.ts'

/** The deliveries with this status in whose vendor, event, address or body every word is found. */
export function filterDeliveries(
  deliveries: Delivery[],
  { query, status: wanted }: { query: string; status: Delivery['status'] | 'all' },
): Delivery[] {
  const words = query.toLowerCase().split(/\s+/)
  return deliveries.filter(({ vendor, event, url, body, status, attempts }) => {
    const text = `${vendor} ${event} ${url} ${status} ${attempts.at(-1)?.status ?? ''} ${body}`.toLowerCase()
    return (wanted === 'all' || status === wanted) && words.every((word) => text.includes(word))
  })
}
