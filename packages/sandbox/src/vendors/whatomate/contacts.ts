import { whatomate } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor, isPermitted } from './actor.ts'
import { addPerson, changePerson, deletePerson, getPerson, listPeople, type PersonInChat } from './people.ts'
import { readPage } from './readPage.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { toContact } from './toContact.ts'
import { contactNotFound, withPerson } from './withPerson.ts'

const contactFieldsSchema = z.looseObject({
  phone_number: z.string().optional(),
  profile_name: z.string().optional(),
  tags: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  assigned_user_id: z.string().optional(),
  clear_assigned_agent: z.boolean().optional(),
  marketing_opt_out: z.boolean().optional(),
})

/** Lists, reads, adds, changes, assigns and deletes contacts. @see Whatomate, "Contacts" */
export const contacts: Route[] = [
  defineRoute({
    endpoint: whatomate.listContacts,
    async handle(call) {
      const { account, context } = call
      const { page, limit } = readPage(context)
      const tags = context.req.query('tags')?.split(',').filter(Boolean)
      const { isOn } = account.quirks
      const found = await listPeople(account.store, {
        page,
        limit,
        search: context.req.query('search'),
        tags,
        caseSensitive: isOn('whatomate.caseSensitiveSearch'),
        visibleTo: isPermitted(call, 'contacts:read') ? undefined : getActor(call).user.userId,
      })
      const items = await Promise.all(found.people.map((person) => toContact(account, person)))
      const key = account.quirks.isOn('whatomate.docs2025') ? 'items' : 'contacts'
      return respondSuccess(call, { [key]: items, total: found.total, page, limit })
    },
  }),
  defineRoute({
    endpoint: whatomate.fetchContact,
    handle: (call) => withPerson(call, async (person) => respondContact(call, person)),
  }),
  defineRoute({
    endpoint: whatomate.createContact,
    body: contactFieldsSchema,
    async handle(call) {
      const { account, body, refuse } = call
      if (!isPermitted(call, 'contacts:write')) return refuse(mayNot('create contacts'))
      const phone = body.phone_number?.replace(/^\+/, '') ?? ''
      if (phone === '') return refuse(refuseWith(400, 'phone_number is required'))
      const { profile_name: profileName, tags, metadata } = body
      const added = await addPerson(account.store, {
        phone,
        ...(profileName !== undefined && { profileName }),
        ...(tags !== undefined && { tags }),
        ...(metadata && { metadata }),
      })
      const person = added && (await getPerson(account.store, { phone }))
      if (!person) return refuse(refuseWith(409, 'Contact with this phone number already exists'))
      account.store.changes.publish({ kind: 'whatomateContact', contactId: person.contactId })
      return respondContact(call, person)
    },
  }),
  defineRoute({
    endpoint: whatomate.updateContact,
    body: contactFieldsSchema,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        if (!isPermitted(call, 'contacts:write')) return call.refuse(mayNot('update contacts'))
        const set = toChange(call.body)
        if (Object.keys(set).length === 0) return call.refuse(refuseWith(400, 'No fields to update'))
        await changePerson(call.account.store, { contactId, ...set })
        const person = await getPerson(call.account.store, { contactId })
        return person ? respondContact(call, person) : call.refuse(contactNotFound)
      }),
  }),
  defineRoute({
    endpoint: whatomate.assignContact,
    body: z.looseObject({ user_id: z.string().nullish() }),
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        if (!isPermitted(call, 'contacts:write')) return call.refuse(mayNot('assign contacts'))
        const assignedUserId = call.body.user_id ?? null
        await changePerson(call.account.store, { contactId, assignedUserId })
        return respondSuccess(call, { message: 'Contact assigned successfully', assigned_user_id: assignedUserId })
      }),
  }),
  defineRoute({
    endpoint: whatomate.tagContact,
    body: z.looseObject({ tags: z.array(z.string()).default([]) }),
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        if (!isPermitted(call, 'contacts:write')) return call.refuse(mayNot('update contact tags'))
        const { tags } = call.body
        await changePerson(call.account.store, { contactId, tags })
        return respondSuccess(call, { message: 'Tags updated successfully', tags })
      }),
  }),
  defineRoute({
    endpoint: whatomate.deleteContact,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        if (!isPermitted(call, 'contacts:delete')) return call.refuse(mayNot('delete contacts'))
        const { store, quirks } = call.account
        await deletePerson(store, contactId)
        return respondSuccess(
          call,
          quirks.isOn('whatomate.nullDeleted') ? null : { message: 'Contact deleted successfully' },
        )
      }),
  }),
]

function mayNot(action: string): Refusal {
  return refuseWith(403, `You do not have permission to ${action}`)
}

async function respondContact(call: Pick<Call, 'account' | 'context'>, person: PersonInChat): Promise<Response> {
  return respondSuccess(call, await toContact(call.account, person))
}

function toChange(body: z.output<typeof contactFieldsSchema>) {
  const { profile_name: profileName, tags, metadata, assigned_user_id, clear_assigned_agent } = body
  const assignedUserId = clear_assigned_agent ? null : assigned_user_id
  const given = { profileName, tags, metadata, assignedUserId, marketingOptOut: body.marketing_opt_out }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
