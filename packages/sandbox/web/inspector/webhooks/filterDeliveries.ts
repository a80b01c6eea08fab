import type { Delivery } from '../../../src/server/webhooks/delivery.ts'

/** Filters deliveries by status, and by words in their vendor, event, address or body. */
export function filterDeliveries(
  deliveries: Delivery[],
  { query, status: selected }: { query: string; status: Delivery['status'] | 'all' },
): Delivery[] {
  const words = query.toLowerCase().split(/\s+/)
  return deliveries.filter(({ vendor, event, url, body, status, attempts }) => {
    const text = `${vendor} ${event} ${url} ${status} ${attempts.at(-1)?.status ?? ''} ${body}`.toLowerCase()
    return (selected === 'all' || status === selected) && words.every((word) => text.includes(word))
  })
}
