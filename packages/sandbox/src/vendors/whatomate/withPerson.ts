import type { Account } from '../../server/account.ts'
import type { Call } from '../../server/routes/route.ts'
import { getTransfer } from './agentTransfers.ts'
import { keyUserId } from './authenticate.ts'
import { getPerson, type PersonInChat } from './people.ts'
import { refuseWith } from './respondSuccess.ts'

/** The refusal of an unknown contact, or of one that the key has no access to. */
export const contactNotFound = refuseWith(404, 'Contact not found')

/** Handles a request for the contact in its path. */
export async function withPerson(
  call: Call<unknown, unknown>,
  handle: (person: PersonInChat) => Promise<Response>,
): Promise<Response> {
  const contactId = call.context.req.param('id') ?? ''
  if (!isUuid(contactId)) return call.refuse(refuseWith(400, 'Invalid contact ID'))
  const person = await findVisible(call.account, contactId)
  return person ? handle(person) : call.refuse(contactNotFound)
}

/** Finds a contact that the key has access to. */
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
