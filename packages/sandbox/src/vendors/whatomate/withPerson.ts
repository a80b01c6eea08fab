import type { Account } from '../../server/account.ts'
import type { Call } from '../../server/routes/route.ts'
import { getTransfer } from './agentTransfers.ts'
import { refuseWith } from './answerSuccess.ts'
import { keyUserId } from './keyUser.ts'
import { getPerson, type PersonInChat } from './people.ts'

/** The error for an unknown contact, and for one the key may not see. */
export const contactNotFound = refuseWith(404, 'Contact not found')

/** Finds the contact of a path, then handles the request. */
export async function withPerson(
  call: Call<unknown, unknown>,
  handle: (person: PersonInChat) => Promise<Response>,
): Promise<Response> {
  const contactId = call.context.req.param('id') ?? ''
  if (!isUuid(contactId)) return call.refuse(refuseWith(400, 'Invalid contact ID'))
  const person = await findVisible(call.account, contactId)
  return person ? handle(person) : call.refuse(contactNotFound)
}

/** A contact, unless the key's user may not see it. */
export async function findVisible({ store, quirks }: Account, contactId: string): Promise<PersonInChat | undefined> {
  const person = await getPerson(store, { contactId })
  if (!person || !quirks.isOn('whatomate.agentKey') || person.assignedUserId === keyUserId) return person
  const transfer = await getTransfer(store, person.phone)
  return transfer?.status === 'active' && transfer.agentId === keyUserId ? person : undefined
}

/** True for a UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
