import type { Deal } from '../../api/contact.ts'

/** What a deal is worth, e.g. `€8,640`. */
export function formatAmount({ amountCents, currency }: Deal): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amountCents / 100,
  )
}
