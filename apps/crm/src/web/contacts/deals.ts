import type { Deal, DealStage } from '../../api/oldContact.ts'

/** Names of the deal stages. */
export const dealStageNames: Record<DealStage, string> = {
  new: 'New',
  qualified: 'Qualified',
  proposal: 'Proposal sent',
  negotiation: 'Negotiation',
  won: 'Won',
}

/** Formats a deal's amount, e.g. `€8,640`. */
export function formatAmount({ amountCents, currency }: Deal): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amountCents / 100,
  )
}
