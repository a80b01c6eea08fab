import { whatomate } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { fillIn } from './fillIn.ts'
import { type MessageTemplate, messageTemplates } from './messageTemplates.ts'
import { addPerson, getPerson, type PersonInChat } from './people.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { respondSent, send } from './send.ts'
import { accountName, findChannelId } from './whatsappAccount.ts'
import { isUuid } from './withPerson.ts'

const values = z.record(z.string(), z.string()).optional()
const templateBodySchema = z.looseObject({
  contact_id: z.string().optional(),
  phone_number: z.string().optional(),
  template_name: z.string().optional(),
  template_id: z.string().optional(),
  template_params: values,
  button_params: values,
  header_params: values,
  account_name: z.string().optional(),
})
type TemplateBody = z.output<typeof templateBodySchema>

/** Lists and sends templates, the only way to write first. @see Whatomate, "Messages", "Send a pre-approved template message" */
export const templates: Route[] = [
  defineRoute({
    endpoint: whatomate.sendTemplate,
    body: templateBodySchema,
    async handle(call) {
      const template = findTemplate(call.body)
      if ('code' in template) return call.refuse(template)
      const person = await findPerson(call)
      return 'code' in person ? call.refuse(person) : sendTemplate(call, { template, person })
    },
  }),
  defineRoute({
    endpoint: whatomate.listTemplates,
    async handle(call) {
      const templates = messageTemplates.map(({ body, header = '', ...template }) => ({
        ...template,
        header_content: header,
        body_content: body,
        whatsapp_account: accountName,
      }))
      return respondSuccess(call, { templates, total: templates.length, page: 1, limit: 50 })
    },
  }),
]

function findTemplate(body: TemplateBody): MessageTemplate | Refusal {
  const { contact_id, phone_number, template_name: name, template_id: id } = body
  if (!contact_id && !phone_number) return refuseWith(400, 'Either contact_id or phone_number is required')
  if (!name && !id) return refuseWith(400, 'Either template_name or template_id is required')
  if (!name && id && !isUuid(id)) return refuseWith(400, 'Invalid template_id')
  const found = messageTemplates.find((template) => (name ? template.name === name : template.id === id))
  if (!found) return refuseWith(404, 'Template not found')
  if (found.status !== 'APPROVED') return refuseWith(400, `Template is not approved (status: ${found.status})`)
  return found
}

/** Finds the contact, or creates one for a new phone number. */
async function findPerson({ account, body }: Call<TemplateBody>): Promise<PersonInChat | Refusal> {
  const { store } = account
  const { contact_id: contactId, phone_number: phone = '' } = body
  if (contactId && !isUuid(contactId)) return refuseWith(400, 'Invalid contact_id')
  if (!contactId) await addPerson(store, { phone })
  return (await getPerson(store, contactId ? { contactId } : { phone })) ?? refuseWith(404, 'Contact not found')
}

async function sendTemplate(
  call: Call<TemplateBody>,
  { template, person }: { template: MessageTemplate; person: PersonInChat },
): Promise<Response> {
  const { account, body, refuse } = call
  const { phone, contactId } = person
  const channelId = await findChannelId(account.store, { phone, name: body.account_name })
  if (channelId === undefined) return refuse(refuseWith(400, 'WhatsApp account not found'))
  const filled = fillIn(template, {
    body: body.template_params ?? {},
    header: body.header_params,
    buttons: body.button_params,
    separator: account.quirks.isOn('whatomate.commaParameters') ? ', ' : ' ',
  })
  if ('problem' in filled) return refuse(refuseWith(400, filled.problem))
  if (template.category === 'MARKETING' && person.marketingOptOut)
    return refuse(refuseWith(400, 'Contact has opted out of marketing messages'))
  const { text, buttons } = filled
  const interactive = buttons.length > 0 ? { type: 'button', buttons } : undefined
  const message = await send(account, {
    phone,
    channelId,
    type: 'template',
    text,
    templateId: template.id,
    interactive,
  })
  const { quirks } = account
  if (!quirks.isOn('whatomate.docs2025') && !quirks.isOn('whatomate.shortTemplateReply'))
    return respondSent(call, { message, contactId })
  const { messageId: message_id } = message
  return respondSuccess(call, { message_id, phone_number: phone, status: 'pending', template_name: template.name })
}
