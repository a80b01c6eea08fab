import type { Call } from '../../server/routes/route.ts'
import { getActor, isPermitted } from './actor.ts'
import { getTransfer } from './agentTransfers.ts'
import { getPerson, type PersonInChat } from './people.ts'
import { refuseWith } from './respondSuccess.ts'

/** The refusal of an unknown contact, or of one that the user has no access to. */
export const contactNotFound = refuseWith(404, 'Contact not found')

/** Handles a request for the contact in its path. */
export async function withPerson(
  call: Call<unknown, unknown>,
  handle: (person: PersonInChat) => Promise<Response>,
): Promise<Response> {
  const contactId = call.context.req.param('id') ?? ''
  if (!isUuid(contactId)) return call.refuse(refuseWith(400, 'Invalid contact ID'))
  const person = await findVisible(call, contactId)
  return person ? handle(person) : call.refuse(contactNotFound)
}

/** Finds a contact that the user has access to. */
export async function findVisible(
  call: Pick<Call, 'account' | 'context'>,
  contactId: string,
): Promise<PersonInChat | undefined> {
  const { store } = call.account
  const { userId } = getActor(call).user
  const person = await getPerson(store, { contactId })
  if (!person || isPermitted(call, 'contacts:read') || person.assignedUserId === userId) return person
  const transfer = await getTransfer(store, person.phone)
  return transfer?.status === 'active' && transfer.agentId === userId ? person : undefined
}

/** True for a UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
