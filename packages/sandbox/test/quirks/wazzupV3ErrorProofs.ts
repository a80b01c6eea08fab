import { isWazzupV3Error, VendorRequestError } from '@crm-chat/vendors/wazzup-v3'
import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { QuirkName } from '../../src/server/quirks/createQuirks.ts'
import { callV3 } from '../callV3.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { catchError } from './catchError.ts'
import type { QuirkProof } from './quirkProof.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
/** A message that fails, because a VK channel cannot reach WhatsApp. */
const wrong = { ...message, channelId: channelIds.vk }
const window = { user: { id: '7', name: 'Kate' }, scope: 'global' as const }
const requestId = expect.stringMatching(/^[0-9a-f]{32}$/)
const description = expect.any(String)

const send = async (sandbox: Sandbox, body: unknown) => (await callV3(sandbox, 'POST /v3/message', { body })).json
const flat = (error: string) => expect.objectContaining({ status: 400, requestId, error, description })

/** Sends the same message twice within a minute. */
async function repeat<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  await call()
  return call()
}

async function sendByClient(sandbox: Sandbox): Promise<unknown> {
  const error = await catchError(createV3Client(sandbox).sendMessage(wrong))
  return error instanceof VendorRequestError ? { status: error.status, code: error.code } : error
}

/** Proofs of the quirks of API v3's errors. */
export const wazzupV3ErrorProofs = {
  'wazzup-v3.nestedErrors': {
    observe: async (sandbox) => (await callV3(sandbox, 'POST /v3/iframe', { body: {} })).json,
    off: expect.objectContaining({ status: 400, error: expect.any(String) }),
    on: { error: { code: expect.any(String) } },
    client: async (sandbox) => {
      const client = createV3Client(sandbox)
      const error = await catchError(client.createIframe({ ...window, user: { id: '7', name: 'x'.repeat(10_000) } }))
      return error instanceof Error && error.name
    },
    sees: expect.any(String),
  },
  'wazzup-v3.errorList': {
    observe: (sandbox) => send(sandbox, wrong),
    off: flat('WRONG_TRANSPORT'),
    on: { errors: [{ code: 'WRONG_TRANSPORT', message: description }] },
    client: sendByClient,
    sees: { status: 400, code: 'WRONG_TRANSPORT' },
  },
  'wazzup-v3.emptyErrors': {
    observe: (sandbox) => send(sandbox, wrong),
    off: flat('WRONG_TRANSPORT'),
    on: undefined,
    client: async (sandbox) => {
      const error = await catchError(createV3Client(sandbox).sendMessage(wrong))
      return error instanceof VendorRequestError && error.status
    },
    sees: 400,
  },
  'wazzup-v3.olderCodes': {
    observe: (sandbox) => send(sandbox, wrong),
    off: flat('WRONG_TRANSPORT'),
    on: flat('MESSAGES_ABNORMAL_SEND'),
  },
  'wazzup-v3.camelCaseCodes': {
    observe: (sandbox) => repeat(() => send(sandbox, { ...message, crmMessageId: '1' })),
    off: flat('REPEATED_CRM_MESSAGE_ID'),
    on: flat('repeatedCrmMessageId'),
    client: async (sandbox) => {
      const client = createV3Client(sandbox)
      const error = await catchError(repeat(() => client.sendMessage({ ...message, crmMessageId: '1' })))
      return isWazzupV3Error(error, 'REPEATED_CRM_MESSAGE_ID')
    },
    sees: true,
  },
  'wazzup-v3.singularCodes': {
    observe: async (sandbox) => (await callV3(sandbox, 'PATCH /v3/message/unknown', { body: { text: 'x' } })).json,
    off: flat('MESSAGES_NOT_FOUND'),
    on: flat('MESSAGE_NOT_FOUND'),
  },
  'wazzup-v3.pluralCodes': {
    observe: (sandbox) => send(sandbox, { ...message, text: undefined }),
    off: flat('MESSAGE_NOTHING_TO_SEND'),
    on: flat('MESSAGES_NOTHING_TO_SEND'),
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
