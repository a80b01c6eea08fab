import type { DealStage } from '../../api/contact.ts'

/** What the stages of a deal are called. */
export const dealStageNames: Record<DealStage, string> = {
  new: 'New',
  qualified: 'Qualified',
  proposal: 'Proposal sent',
  negotiation: 'Negotiation',
  won: 'Won',
}
