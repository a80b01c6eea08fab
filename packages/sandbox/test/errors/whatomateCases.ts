import { createWhatomate, type ErrorCode, type Whatomate } from '@crm-chat/vendors/whatomate'
import type { Sandbox } from '../../src/index.ts'
import { callWhatomate, createWhatomateClient, whatomateKey } from '../whatomateClient.ts'
import type { FaultOnly } from './errorCase.ts'
import { putBody } from './putBody.ts'

const nobody = '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'
const hello = { type: 'text', text: 'Hello' } as const
const template = { template_name: 'hello_world' } as const

/** Refusals that nothing in an account leads to, and why. */
export const whatomateFaults: FaultOnly = {
  INSUFFICIENT_PERMISSIONS: "the sandbox's keys are an administrator's",
  SEND_FAILED: "the server's database broke, which the sandbox's does not",
}

/** A conversation with a customer, as a client has it. */
export interface Stage {
  sandbox: Sandbox
  client: Whatomate
  contact_id: string
}

/** How a refusal comes about: when, and by which call. */
export interface WhatomateCase {
  when: string
  call: (stage: Stage) => Promise<unknown>
  /** Under quirks, where the refusal is in one form of the server only. */
  quirks?: string[]
}

/** How every refusal on record comes about, apart from those above. */
export const whatomateCases: Partial<Record<ErrorCode, WhatomateCase>> = {
  INVALID_API_KEY: {
    when: 'the key is not one of its own',
    call: ({ sandbox }) =>
      createWhatomateClient(sandbox, { apiKey: `whm_${'f'.repeat(32)}` }).fetchContact({ contact_id: nobody }),
  },
  CONTACT_NOT_FOUND: {
    when: 'nobody has the contact',
    call: ({ client }) => client.sendMessage({ contact_id: nobody, ...hello }),
  },
  INVALID_CONTACT_ID: {
    when: 'the id of the contact is none',
    call: ({ client }) => client.sendMessage({ contact_id: 'ann', ...hello }),
  },
  INVALID_REQUEST_BODY: {
    when: 'the body is no object',
    call: ({ sandbox, contact_id }) => bend(sandbox, 'Hello').sendMessage({ contact_id, ...hello }),
  },
  ACCOUNT_NOT_RESOLVED: {
    when: 'there is no WhatsApp account of the name',
    call: ({ client, contact_id }) => client.sendMessage({ contact_id, ...hello, whatsapp_account: 'Another' }),
  },
  MESSAGE_NOT_FOUND: {
    when: 'nobody has the message',
    quirks: ['whatomate.docs2025'],
    call: ({ client }) => client.markMessageRead({ message_id: nobody }),
  },
  RECIPIENT_REQUIRED: {
    when: 'a template is for nobody',
    call: ({ sandbox, contact_id }) => bend(sandbox, template).sendTemplate({ contact_id, ...template }),
  },
  TEMPLATE_REQUIRED: {
    when: 'no template is named',
    call: ({ sandbox, contact_id }) => bend(sandbox, { contact_id }).sendTemplate({ contact_id, ...template }),
  },
  TEMPLATE_NOT_FOUND: {
    when: 'there is no template of the name',
    call: ({ client, contact_id }) => client.sendTemplate({ contact_id, template_name: 'nothing' }),
  },
  TEMPLATE_NOT_APPROVED: {
    when: 'Meta has not approved the template yet',
    call: ({ client, contact_id }) => client.sendTemplate({ contact_id, template_name: 'not_yet_approved' }),
  },
  TEMPLATE_PARAMETERS_MISSING: {
    when: 'a variable has no value',
    call: ({ client, contact_id }) => client.sendTemplate({ contact_id, template_name: 'order_confirmation' }),
  },
  MARKETING_OPTED_OUT: {
    when: 'the customer wants no marketing',
    call: async ({ sandbox, client, contact_id }) => {
      await callWhatomate(sandbox, `PUT /api/contacts/${contact_id}`, { marketing_opt_out: true })
      return client.sendTemplate({ contact_id, template_name: 'spring_sale' })
    },
  },
  INVALID_MULTIPART_FORM: {
    when: 'a file is sent as a link',
    call: ({ client, contact_id }) =>
      client.sendMedia({ contact_id, type: 'image', media_url: 'https://example.com/a.png' }),
  },
  FILE_REQUIRED: {
    when: 'the form has no file',
    call: ({ sandbox, contact_id }) => {
      const form = new FormData()
      form.append('contact_id', contact_id)
      const file = new Blob(['x'], { type: 'image/png' })
      return bend(sandbox, form).sendMedia({ contact_id, type: 'image', file })
    },
  },
  NOT_IMPLEMENTED: {
    when: 'one message is marked as read',
    call: ({ client }) => client.markMessageRead({ message_id: nobody }),
  },
}

/** A client whose requests arrive with another body. */
function bend({ url }: Sandbox, body: unknown): Whatomate {
  return createWhatomate({ apiKey: whatomateKey, baseUrl: `${url}/whatomate`, fetch: putBody(body) })
}
