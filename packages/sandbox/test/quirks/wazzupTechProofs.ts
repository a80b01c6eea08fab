import { isWazzupTechError } from '@crm-chat/vendors/wazzup-tech'
import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { QuirkName } from '../../src/server/quirks/createQuirks.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { saveUser } from '../saveUser.ts'
import { subscribeTech } from '../subscribe.ts'
import { callTech, createTechClient } from '../techClient.ts'
import { catchError } from './catchError.ts'
import type { QuirkProof } from './quirkProof.ts'

const link = expect.stringContaining('/chat/?token=')
const meta = { timestamp: expect.any(Number) }
const message = {
  channel_id: channelIds.whatsapp,
  recipient: { chat_type: 'whatsapp' as const, chat_id: ann.chatId },
  text: 'Hello',
}
const twins = [1, 2].map((id) => ({ id, name: 'Kate', phone: '79001112233' }))
const askForLink = async (sandbox: Sandbox, user: object) => {
  await saveUser(sandbox)
  return callTech(sandbox, 'POST /v2/iframe-links/chats', { ...user, scope: 'global' })
}

/** Proofs of the tech API's quirks. */
export const wazzupTechProofs = {
  'wazzup-tech.nestedUser': {
    observe: async (sandbox) => [
      (await askForLink(sandbox, { user_id: '7' })).status,
      (await askForLink(sandbox, { user: { id: '7' } })).status,
    ],
    off: [200, 400],
    on: [400, 200],
  },
  'wazzup-tech.urlField': {
    observe: async (sandbox) => (await askForLink(sandbox, { user_id: '7' })).json,
    off: { data: { link }, meta },
    on: { data: { url: link }, meta },
    client: async (sandbox) => {
      await saveUser(sandbox)
      return createTechClient(sandbox).createChatsLink({ user_id: '7', scope: 'global' })
    },
    sees: { url: link },
  },
  'wazzup-tech.textChatId': {
    observe: async (sandbox) => (await callTech(sandbox, 'POST /v2/messages', message)).json,
    off: { data: { request_id: expect.any(String), chat_id: Number(ann.chatId) }, meta },
    on: { data: { request_id: expect.any(String), chat_id: ann.chatId }, meta },
    client: async (sandbox) => String((await createTechClient(sandbox).sendMessage(message)).chat_id),
    sees: ann.chatId,
  },
  'wazzup-tech.camelCaseCodes': {
    observe: async (sandbox) => (await callTech(sandbox, 'POST /v2/users', { users: twins })).json,
    off: expect.objectContaining({ error: 'INVALID_USER_DATA' }),
    on: expect.objectContaining({ error: 'invalidUserData' }),
    client: async (sandbox) =>
      isWazzupTechError(await catchError(createTechClient(sandbox).saveUsers(twins)), 'INVALID_USER_DATA'),
    sees: true,
  },
  'wazzup-tech.nullReason': {
    observe: async (sandbox) => (await callTech(sandbox, `GET /v2/channels/${channelIds.whatsapp}`)).json,
    off: { data: [expect.objectContaining({ status: 'active', reason: null })], meta },
    on: { data: [expect.objectContaining({ status: 'active', reason: 'null' })], meta },
    client: async (sandbox) =>
      (await createTechClient(sandbox).fetchChannel({ channel_id: channelIds.whatsapp })).reason ?? 'none',
    sees: 'none',
  },
  'wazzup-tech.strictNulls': {
    observe: async (sandbox) =>
      (await callTech(sandbox, 'POST /v2/messages', { ...message, crm_user_id: null, template: null })).status,
    off: 200,
    on: 400,
    client: async (sandbox) => String((await createTechClient(sandbox).sendMessage(message)).chat_id),
    sees: ann.chatId,
  },
  'wazzup-tech.webhookRetries': {
    observe: async (sandbox) => {
      const { receiver, received } = await subscribeTech(sandbox, 'message.add')
      receiver.answer.status = 500
      await sandbox.simulate.message({ ...ann, text: 'Hello' })
      const find = () => sandbox.webhooks.list().find(({ attempts }) => attempts.length > 0)
      await expect.poll(find).toBeDefined()
      const status = find()?.status
      sandbox.clock.advance(10_000)
      if (status === 'waiting') await expect.poll(received).toHaveLength(2)
      return [status, received().length]
    },
    off: ['failed', 1],
    on: ['waiting', 2],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
