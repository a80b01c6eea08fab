import { createWhatomate, type ErrorCode, type Whatomate } from '@crm-chat/vendors/whatomate'
import type { Sandbox } from '../../src/index.ts'
import { callWhatomate, createWhatomateClient, whatomateKey } from '../whatomateClient.ts'
import type { FaultOnly } from './errorCase.ts'
import { putBody } from './putBody.ts'

const nobody = '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'
const hello = { type: 'text', text: 'Hello' } as const
const template = { template_name: 'hello_world' } as const

/** Errors that nothing in an account causes, with the reason. */
export const whatomateFaults: FaultOnly = {
  INSUFFICIENT_PERMISSIONS: 'all keys of the sandbox have administrator rights',
  SEND_FAILED: "the server's database failed, which the sandbox's does not",
}

/** A conversation with a customer, as a client sees it. */
export interface Stage {
  sandbox: Sandbox
  client: Whatomate
  contact_id: string
}

/** A case: its condition, and the call that provokes the error. */
export interface WhatomateCase {
  when: string
  call: (stage: Stage) => Promise<unknown>
  /** Quirks, for errors of one version of the server only. */
  quirks?: string[]
}

/** A case for every recorded error, except those above. */
export const whatomateCases: Partial<Record<ErrorCode, WhatomateCase>> = {
  INVALID_API_KEY: {
    when: 'the key is wrong',
    call: ({ sandbox }) =>
      createWhatomateClient(sandbox, { apiKey: `whm_${'f'.repeat(32)}` }).fetchContact({ contact_id: nobody }),
  },
  CONTACT_NOT_FOUND: {
    when: 'the contact does not exist',
    call: ({ client }) => client.sendMessage({ contact_id: nobody, ...hello }),
  },
  INVALID_CONTACT_ID: {
    when: 'the contact id is malformed',
    call: ({ client }) => client.sendMessage({ contact_id: 'ann', ...hello }),
  },
  INVALID_REQUEST_BODY: {
    when: 'the body is not an object',
    call: ({ sandbox, contact_id }) => bend(sandbox, 'Hello').sendMessage({ contact_id, ...hello }),
  },
  ACCOUNT_NOT_RESOLVED: {
    when: 'the WhatsApp account is unknown',
    call: ({ client, contact_id }) => client.sendMessage({ contact_id, ...hello, whatsapp_account: 'Another' }),
  },
  MESSAGE_NOT_FOUND: {
    when: 'the message does not exist',
    quirks: ['whatomate.docs2025'],
    call: ({ client }) => client.markMessageRead({ message_id: nobody }),
  },
  RECIPIENT_REQUIRED: {
    when: 'a template has no recipient',
    call: ({ sandbox, contact_id }) => bend(sandbox, template).sendTemplate({ contact_id, ...template }),
  },
  TEMPLATE_REQUIRED: {
    when: 'the template is missing',
    call: ({ sandbox, contact_id }) => bend(sandbox, { contact_id }).sendTemplate({ contact_id, ...template }),
  },
  TEMPLATE_NOT_FOUND: {
    when: 'the template is unknown',
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
    when: 'the customer opted out of marketing',
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

/** Creates a client whose request body is replaced on the wire. */
function bend({ url }: Sandbox, body: unknown): Whatomate {
  return createWhatomate({ apiKey: whatomateKey, baseUrl: `${url}/whatomate`, fetch: putBody(body) })
}
