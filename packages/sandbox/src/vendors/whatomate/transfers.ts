import { whatomate } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import type { Store } from '../../store/store.ts'
import { listTransfers, type StoredTransfer } from './agentTransfers.ts'
import { getPerson } from './people.ts'
import { respondSuccess } from './respondSuccess.ts'
import { toTime } from './toContact.ts'

/** Conversations that the bot has handed to a person. @see Whatomate, "Agent transfers" */
export const transfers: Route[] = [
  defineRoute({
    endpoint: whatomate.listTransfers,
    async handle(call) {
      const { account, context } = call
      const limit = readNumber(context.req.query('limit')) || 50
      const offset = readNumber(context.req.query('offset'))
      const { found, total } = await listTransfers(account.store, {
        limit,
        offset,
        status: context.req.query('status'),
      })
      const items = await Promise.all(found.map((transfer) => toTransfer(account.store, transfer)))
      return respondSuccess(call, { transfers: items, total_count: total, limit, offset })
    },
  }),
]

/** Converts a transfer for responses and events. */
export async function toTransfer(store: Store, transfer: StoredTransfer) {
  const { transferId, phone, agentId, status, transferredAt, resumedAt } = transfer
  const person = await getPerson(store, { phone })
  return {
    id: transferId,
    contact_id: person?.contactId ?? '',
    contact_name: person?.profileName ?? '',
    phone_number: phone,
    agent_id: agentId,
    status,
    transferred_at: toTime(transferredAt),
    resumed_at: resumedAt === null ? null : toTime(resumedAt),
  }
}

function readNumber(text: string | undefined): number {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0
}
