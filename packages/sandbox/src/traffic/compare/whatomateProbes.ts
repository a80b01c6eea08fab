import { whatomate } from '@crm-chat/vendors/endpoints'
import { sendMessageToContact } from '../../vendors/whatomate/messages.ts'
import { liveSockets, watchLiveEvents } from './liveSocket.ts'
import { pick, pickList, pickText } from './pick.ts'
import type { GuardedRequest, ProbeRequest, SideState, Skipped, VendorProbes } from './probe.ts'
import {
  allow,
  allowNothing,
  describeUnknownRoute,
  hasOnly,
  isEmptyObject,
  isSame,
  noId,
  probeKeys,
  probeSlash,
  testText,
} from './probeParts.ts'

const unknownRoute = describeUnknownRoute('whatomate', '/api')

const contactsOf = (answer: unknown): unknown[] => [
  ...pickList(answer, 'data', 'contacts'),
  ...pickList(answer, 'data', 'items'),
]

/** A page of a conversation that marks nothing as read: with a cursor, the server does not. */
const unmarked = { before_id: noId, limit: '20' }

function readFirstContact(build: (id: string) => ProbeRequest): (side: SideState) => ProbeRequest | Skipped {
  return ({ answer }) => {
    const id = pickText(contactsOf(answer('Contacts'))[0], 'id')
    return id === undefined ? { skipped: 'the account has no contact' } : build(id)
  }
}

/** Finds the contact whose number may be written to. */
function findOwn({ answer }: Pick<SideState, 'answer'>, sendTo: string | undefined): string | undefined {
  return pickText(
    contactsOf(answer('Contact of the number')).find((contact) => isOwn(contact, sendTo)),
    'id',
  )
}

function isOwn(contact: unknown, sendTo: string | undefined): boolean {
  return isSame((pickText(contact, 'phone_number') ?? '').replace(/^\+/, ''), sendTo)
}

function withOwn(
  build: (id: string, side: SideState) => ProbeRequest | Skipped,
): (side: SideState) => ProbeRequest | Skipped {
  return (side) => {
    const id = findOwn(side, side.sendTo)
    return id === undefined ? { skipped: 'the number is no contact of the account' } : build(id, side)
  }
}

const toText = { type: 'text', content: { body: testText }, text: testText }

/** Probes of a Whatomate server. */
export const whatomateProbes: VendorProbes = {
  vendor: 'whatomate',
  baseUrl: undefined,
  otherUrls: {},
  socketPaths: ['/ws', '/api/ws'],
  toHeaders: (key, kind): Record<string, string> => (kind === 'none' ? {} : { 'x-api-key': key }),
  learns({ endpoint, answer, sendTo }) {
    if (endpoint === whatomate.listContacts)
      return contactsOf(answer).flatMap((contact) => (isOwn(contact, sendTo) ? (pickText(contact, 'id') ?? []) : []))
    if (endpoint === whatomate.sendMessage) return [readMessageId(answer) ?? []].flat()
    return []
  },
  rules: [
    ...allow(
      whatomate.listContacts,
      whatomate.fetchContact,
      whatomate.listNotes,
      whatomate.listTransfers,
      whatomate.listTemplates,
      whatomate.listCannedResponses,
      whatomate.fetchSocketToken,
      whatomate.fetchWebhooks,
      unknownRoute,
    ),
    { endpoint: whatomate.fetchMessages, allows: ({ query }) => query.get('before_id') === noId },
    { endpoint: whatomate.fetchMessages, allows: ({ params, owns }) => owns(params.id ?? '') },
    ...allowNothing(whatomate.markContactRead, whatomate.updateContact, whatomate.deleteContact),
    { endpoint: whatomate.createContact, allows: isEmptyObject },
    { endpoint: whatomate.sendMessage, allows: ({ params }) => params.id === noId },
    { endpoint: whatomate.sendTemplate, allows: isEmptyObject },
    { endpoint: sendMessageToContact, allows: isEmptyObject },
    { endpoint: whatomate.sendMessage, allows: ({ params, owns }) => owns(params.id ?? '') },
    {
      endpoint: whatomate.sendReaction,
      allows: ({ params, owns }) => owns(params.id ?? '') && owns(params.message_id ?? ''),
    },
    { endpoint: whatomate.sendTemplate, allows: isTemplateToOwnNumber },
    { endpoint: sendMessageToContact, allows: ({ body, owns }) => owns(pickText(body, 'contact_id') ?? '') },
  ],
  reads: [
    { title: 'Contacts', endpoint: whatomate.listContacts, build: () => ({ query: { limit: '20' } }) },
    {
      title: 'Contacts with an invalid query',
      endpoint: whatomate.listContacts,
      build: () => ({ query: { limit: 'many', page: '-1' } }),
    },
    {
      title: 'Contacts by a name in the other case',
      endpoint: whatomate.listContacts,
      comparesEmptiness: true,
      build({ answer }) {
        const names = contactsOf(answer('Contacts')).map((contact) => pickText(contact, 'name') ?? '')
        const name = names.find((text) => /^[a-zа-яё ]*$/i.test(text) && swapCase(text) !== text)
        return name === undefined
          ? { skipped: 'no contact has a name of letters' }
          : { query: { search: swapCase(name) } }
      },
    },
    { title: 'One contact', endpoint: whatomate.fetchContact, build: readFirstContact((id) => ({ params: { id } })) },
    { title: 'Unknown contact', endpoint: whatomate.fetchContact, build: () => ({ params: { id: noId } }) },
    {
      title: 'Messages',
      endpoint: whatomate.fetchMessages,
      build: readFirstContact((id) => ({ params: { id }, query: unmarked })),
    },
    {
      title: 'Messages of an unknown contact',
      endpoint: whatomate.fetchMessages,
      build: () => ({ params: { id: noId }, query: unmarked }),
    },
    { title: 'Notes', endpoint: whatomate.listNotes, build: readFirstContact((id) => ({ params: { id } })) },
    { title: 'Transfers', endpoint: whatomate.listTransfers },
    { title: 'Templates', endpoint: whatomate.listTemplates, build: () => ({ query: { limit: '100' } }) },
    { title: 'Canned responses', endpoint: whatomate.listCannedResponses },
    { title: 'Webhooks', endpoint: whatomate.fetchWebhooks },
    ...probeKeys(whatomate.listTemplates),
    { title: 'Unknown route', endpoint: unknownRoute },
    probeSlash(whatomate.listTemplates),
    {
      title: 'Read mark of an unknown contact',
      endpoint: whatomate.markContactRead,
      build: () => ({ params: { id: noId } }),
    },
    { title: 'Contact without a number', endpoint: whatomate.createContact, build: () => ({ body: {} }) },
    {
      title: 'Change of an unknown contact',
      endpoint: whatomate.updateContact,
      build: () => ({ params: { id: noId }, body: {} }),
    },
    {
      title: 'Deletion of an unknown contact',
      endpoint: whatomate.deleteContact,
      build: () => ({ params: { id: noId } }),
    },
    {
      title: 'Message to an unknown contact',
      endpoint: whatomate.sendMessage,
      build: () => ({ params: { id: noId }, body: toText }),
    },
    { title: 'Template without fields', endpoint: whatomate.sendTemplate, build: () => ({ body: {} }) },
    { title: 'Message without a contact', endpoint: sendMessageToContact, build: () => ({ body: {} }) },
    { title: 'Token of the live socket', endpoint: whatomate.fetchSocketToken },
    ...liveSockets,
  ],
  sends: [
    {
      title: 'Contact of the number',
      endpoint: whatomate.listContacts,
      build: ({ sendTo = '' }) => ({ query: { search: sendTo, limit: '20' } }),
    },
    { title: 'Message', endpoint: whatomate.sendMessage, build: withOwn((id) => ({ params: { id }, body: toText })) },
    {
      title: 'Message with its contact in the body',
      endpoint: sendMessageToContact,
      build: withOwn((id) => ({ body: { contact_id: id, ...toText } })),
    },
    { title: 'Template', endpoint: whatomate.sendTemplate, build: sendAnyTemplate },
    {
      title: 'Reaction that is taken back',
      endpoint: whatomate.sendReaction,
      build: withOwn((id, { answer }) => {
        const message = readMessageId(answer('Message'))
        if (message === undefined) return { skipped: 'no message was sent before' }
        return { params: { id, message_id: message }, body: { emoji: '' } }
      }),
    },
    {
      title: 'First page of the number’s messages',
      endpoint: whatomate.fetchMessages,
      build: withOwn((id) => ({ params: { id }, query: { page: '1', limit: '100' } })),
    },
    {
      title: 'Page beyond the number’s messages',
      endpoint: whatomate.fetchMessages,
      comparesEmptiness: true,
      build: withOwn((id, { answer }) => {
        const total = Number(pick(answer('First page of the number’s messages'), 'data', 'total'))
        return { params: { id }, query: { page: String(Math.floor((total || 0) / 100) + 3), limit: '100' } }
      }),
    },
    {
      title: 'Live events of a message',
      async converse({ side, open, request, quietMs }) {
        const id = findOwn(side, side.sendTo)
        if (id === undefined) return { skipped: 'the number is no contact of the account' }
        const token = await request(whatomate.fetchSocketToken, {})
        return watchLiveEvents({
          open,
          quietMs,
          token: pickText(token, 'data', 'token') ?? '',
          act: async () => readMessageId(await request(whatomate.sendMessage, { params: { id }, body: toText })),
        })
      },
    },
  ],
}

function readMessageId(answer: unknown): string | undefined {
  return pickText(answer, 'data', 'id') ?? pickText(answer, 'data', 'message_id')
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()
}

/** Sends the first approved template that has no variables. */
function sendAnyTemplate({ answer, sendTo }: SideState): ProbeRequest | Skipped {
  const found = pickList(answer('Templates'), 'data', 'templates').find(
    (template) => /^approved$/i.test(pickText(template, 'status') ?? '') && !JSON.stringify(template).includes('{{'),
  )
  const name = pickText(found, 'name')
  if (name === undefined) return { skipped: 'the account has no approved template without variables' }
  return { body: { phone_number: sendTo, template_name: name } }
}

function isTemplateToOwnNumber(request: GuardedRequest): boolean {
  return hasOnly(request, 'phone_number', 'template_name') && isSame(pick(request.body, 'phone_number'), request.sendTo)
}
