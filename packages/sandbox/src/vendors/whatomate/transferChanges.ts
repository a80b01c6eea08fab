import { whatomateApp } from '@crm-chat/vendors/endpoints'
import type { Account } from '../../server/account.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor, isPermitted } from './actor.ts'
import { getTransfer, getTransferById, pickTransfer, type StoredTransfer, saveTransfer } from './agentTransfers.ts'
import type { Transfer } from './changes.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { toTransfer } from './transfers.ts'
import { findUser } from './users.ts'
import { contactNotFound, findVisible, isUuid } from './withPerson.ts'

/** Hands conversations to agents and back to the bot. @see Whatomate, "Agent transfers" */
export const transferChanges: Route[] = [
  defineRoute({
    endpoint: whatomateApp.createTransfer,
    async handle(call) {
      const { account, body, refuse } = call
      if (body.contact_id === '') return refuse(refuseWith(400, 'contact_id is required'))
      if (!isUuid(body.contact_id)) return refuse(refuseWith(400, 'Invalid contact_id'))
      if (body.agent_id !== '' && !findUser(body.agent_id)) return refuse(unknownAgent)
      const person = await findVisible(call, body.contact_id)
      if (!person) return refuse(contactNotFound)
      const { phone } = person
      if ((await getTransfer(account.store, phone))?.status === 'active')
        return refuse(refuseWith(409, 'Contact already has an active transfer'))
      const transfer = await change(account, { phone, change: 'created', agentId: body.agent_id || null })
      return respondSuccess(call, { message: 'Transfer created successfully', transfer })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.pickTransfer,
    async handle(call) {
      const { account, refuse } = call
      if (!isPermitted(call, 'transfers:pickup'))
        return refuse(refuseWith(403, "You don't have permission to pick up transfers"))
      const picked = await pickTransfer(account.store, getActor(call).user.userId)
      if (!picked) return respondSuccess(call, { message: 'No transfers in queue', transfer: null })
      const { phone, agentId } = picked
      account.store.changes.publish({ kind: 'transfer', transfer: { phone, change: 'assigned', agentId } })
      const transfer = await toTransfer(account.store, picked)
      return respondSuccess(call, { message: 'Transfer picked successfully', transfer })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.resumeTransfer,
    handle: (call) =>
      withActive(call, async ({ phone, agentId }) => {
        await change(call.account, { phone, change: 'resumed', agentId })
        return respondSuccess(call, { message: 'Transfer resumed, chatbot is now active for this contact' })
      }),
  }),
  defineRoute({
    endpoint: whatomateApp.assignTransfer,
    handle: (call) =>
      withActive(call, async ({ phone }) => {
        const { account, body, refuse } = call
        const agentId = body.agent_id || null
        if (agentId !== null && !findUser(agentId)) return refuse(unknownAgent)
        if (agentId !== getActor(call).user.userId && !isPermitted(call, 'chat.assign:write'))
          return refuse(refuseWith(403, "You don't have permission to assign transfers to others"))
        await change(account, { phone, change: 'assigned', agentId })
        return respondSuccess(call, { message: 'Transfer assigned successfully', agent_id: agentId })
      }),
  }),
]

const unknownAgent = refuseWith(400, 'Invalid agent_id')

async function withActive(
  call: Call<unknown, unknown>,
  handle: (transfer: StoredTransfer) => Promise<Response>,
): Promise<Response> {
  const transferId = call.context.req.param('id') ?? ''
  if (!isUuid(transferId)) return call.refuse(refuseWith(400, 'Invalid transfer ID'))
  const transfer = await getTransferById(call.account.store, transferId)
  if (!transfer) return call.refuse(refuseWith(404, 'Transfer not found'))
  if (transfer.status !== 'active') return call.refuse(refuseWith(400, 'Transfer is not active'))
  return handle(transfer)
}

async function change({ store }: Account, transfer: Transfer) {
  await saveTransfer(store, transfer)
  store.changes.publish({ kind: 'transfer', transfer })
  const stored = await getTransfer(store, transfer.phone)
  return stored && toTransfer(store, stored)
}
