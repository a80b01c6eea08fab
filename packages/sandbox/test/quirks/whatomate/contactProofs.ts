import { isWhatomateError, VendorError } from '@crm-chat/vendors/whatomate'
import type { QuirkName } from '../../../src/server/quirks/createQuirks.ts'
import { keyUser } from '../../../src/vendors/whatomate/users.ts'
import { collect } from '../../collect.ts'
import { ann } from '../../fixtures/people.ts'
import { createWhatomateClient } from '../../whatomateClient.ts'
import { catchError } from '../catchError.ts'
import type { QuirkProof } from '../quirkProof.ts'

import { get, getStatus, meetAnn, read, success } from './meetAnn.ts'

/** Proofs of the quirks of Whatomate's contacts. */
export const contactProofs = {
  'whatomate.noMarkRead': {
    observe: async (sandbox) => getStatus(sandbox, `POST ${(await meetAnn(sandbox)).path}/mark-read`),
    off: 200,
    on: 404,
  },
  'whatomate.botReads': {
    observe: async (sandbox) =>
      read(await get(sandbox, `GET ${(await meetAnn(sandbox)).path}`), 'data', 'unread_count'),
    off: 1,
    on: 0,
  },
  'whatomate.maskedPhones': {
    observe: async (sandbox) =>
      read(await get(sandbox, `GET ${(await meetAnn(sandbox)).path}`), 'data', 'phone_number'),
    off: ann.chatId,
    on: '*******7766',
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await client.fetchContact({ contact_id })).name
    },
    sees: 'Ann',
  },
  'whatomate.nullDeleted': {
    observe: async (sandbox) => get(sandbox, `DELETE ${(await meetAnn(sandbox)).path}`),
    off: success({ message: 'Contact deleted successfully' }),
    on: success(null),
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      await client.deleteContact({ contact_id })
      return isWhatomateError(await catchError(client.fetchContact({ contact_id })), 'CONTACT_NOT_FOUND')
    },
    sees: true,
  },
  'whatomate.customFields': {
    observe: async (sandbox) => {
      const json = await get(sandbox, 'POST /api/contacts', { phone_number: '919876543210', metadata: { crm: 17 } })
      return [read(json, 'data', 'metadata'), read(json, 'data', 'custom_fields')]
    },
    off: [{ crm: 17 }, undefined],
    on: [undefined, { crm: 17 }],
    client: async (sandbox) => {
      const contact = { phone_number: '919876543210', metadata: { crm: 17 } }
      return (await createWhatomateClient(sandbox).createContact(contact)).metadata
    },
    sees: { crm: 17 },
  },
  'whatomate.caseSensitiveSearch': {
    observe: async (sandbox) => {
      const { client } = await meetAnn(sandbox)
      const found = ['ann', 'Ann'].map((search) => collect(client.listContacts({ search })))
      return (await Promise.all(found)).map(({ length }) => length)
    },
    off: [1, 1],
    on: [0, 1],
  },
  'whatomate.stubContacts': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      return [
        await getStatus(sandbox, 'POST /api/contacts', { phone_number: '919876543210' }),
        await getStatus(sandbox, `PUT ${path}`, { profile_name: 'Ann K.' }),
        await getStatus(sandbox, `DELETE ${path}`),
      ]
    },
    off: [200, 200, 200],
    on: [501, 501, 501],
  },
  'whatomate.agentKey': {
    observe: async (sandbox) => {
      const isOn = sandbox.quirks.isOn('whatomate.agentKey')
      sandbox.quirks.set('whatomate.agentKey', false) // With the quirk on, an unassigned contact's id cannot be read.
      const { path, client, contact_id } = await meetAnn(sandbox)
      sandbox.quirks.set('whatomate.agentKey', isOn)
      const before = [await getStatus(sandbox, `GET ${path}`), (await collect(client.listContacts())).length]
      await sandbox.simulate.transfer({ ...ann, change: 'assigned', agentId: keyUser.userId })
      const after = [await getStatus(sandbox, `GET ${path}`), (await collect(client.listContacts())).length]
      const refusals = await Promise.all(
        [client.createContact({ phone_number: '919876543210' }), client.fetchWebhooks()].map((call) =>
          call.then(
            () => 'done',
            (error: unknown) => error instanceof VendorError && error.name,
          ),
        ),
      )
      return [before, after, refusals, (await client.fetchMessages({ contact_id })).messages.length]
    },
    off: [[200, 1], [200, 1], ['done', 'done'], 1],
    on: [[404, 0], [200, 1], ['VendorAuthError', 'VendorAuthError'], 1],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
