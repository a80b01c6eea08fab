import { createWazzupV2, type MessageParameters } from '@crm-chat/vendors/wazzup-v2'
import { parseWazzupV2Webhook, parseWazzupV3Webhook } from '@crm-chat/vendors/webhooks'
import { expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { createTechClient } from '../techClient.ts'

const hourMs = 60 * 60_000
const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'
const cat = { chatType: 'instagram', chatId: 'cat' } as const
const toAnn = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
const toAnnInWaba = { ...ann, channelId: waba, text: 'Hello' }
const toCat = { ...cat, channelId: channelIds.instagram, text: 'Hello' }

interface FailureCase {
  failure: string
  when: string
  /** The client's reading of V2's number for it. */
  code: string
  given?: (sandbox: Sandbox) => Promise<unknown>
  message: MessageParameters
}

const wroteInWaba = ({ simulate }: Sandbox) => simulate.message({ ...ann, channelId: waba, text: 'Hello' })
const wroteInInstagram = ({ simulate }: Sandbox) => simulate.message({ ...cat, text: 'Hello' })

const cases: FailureCase[] = [
  {
    failure: 'BAD_CONTACT',
    when: 'the customer has no account in the messenger',
    code: 'NO_SUCH_ACCOUNT',
    given: ({ simulate }) => simulate.customer({ ...ann, standing: 'noAccount' }),
    message: toAnn,
  },
  {
    failure: 'BAD_CONTACT',
    when: 'the number is nobody’s',
    code: 'NO_SUCH_ACCOUNT',
    message: { ...toAnn, chatId: '999123456789' },
  },
  {
    failure: '24_HOURS_EXCEEDED',
    when: 'a WABA customer has never written',
    code: 'INTERNAL_ERROR',
    message: toAnnInWaba,
  },
  {
    failure: '24_HOURS_EXCEEDED',
    when: 'a WABA customer wrote more than a day ago',
    code: 'INTERNAL_ERROR',
    given: async (sandbox) => {
      await wroteInWaba(sandbox)
      sandbox.clock.advance(24 * hourMs + 1)
    },
    message: toAnnInWaba,
  },
  {
    failure: '7_DAYS_EXCEEDED',
    when: 'an Instagram customer has never written',
    code: 'INTERNAL_ERROR',
    message: toCat,
  },
  {
    failure: '7_DAYS_EXCEEDED',
    when: 'an Instagram customer wrote more than a week ago',
    code: 'INTERNAL_ERROR',
    given: async (sandbox) => {
      await wroteInInstagram(sandbox)
      sandbox.clock.advance(7 * 24 * hourMs + 1)
    },
    message: toCat,
  },
  {
    failure: 'BAD_LINK',
    when: "Instagram's filters find an insecure link",
    code: 'LINK_REFUSED',
    given: wroteInInstagram,
    message: { ...toCat, text: 'See http://shop.example' },
  },
]

/** Starts a sandbox, and a receiver of the webhooks of V2 and v3. */
async function startListening(): Promise<{ sandbox: Sandbox; v2: () => unknown[]; v3: () => unknown[] }> {
  const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
  const [first, second] = [await startReceiver(), await startReceiver()]
  await createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }).setWebhooks({ url: first.url })
  const subscriptions = { messagesAndStatuses: true }
  await createV3Client(sandbox).setWebhooks({ webhooksUri: second.url, subscriptions })
  const isStatus = ({ kind }: { kind: string }): boolean => kind === 'status'
  return {
    sandbox,
    v2: () => first.calls.flatMap(({ text }) => parseWazzupV2Webhook({ body: text })).filter(isStatus),
    v3: () =>
      second.calls
        .flatMap(({ text }) => parseWazzupV3Webhook({ body: text, headers: {}, options: {} }))
        .filter(isStatus),
  }
}

it.each(cases)('$failure: a message is accepted and fails when $when', async ({ failure, code, given, message }) => {
  const { sandbox, v2, v3 } = await startListening()
  await given?.(sandbox)
  const { messageId } = await createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }).sendMessage(message)
  sandbox.clock.advance(1_000)
  await expect.poll(v3, { timeout: 45_000 }).toMatchObject([{ messageId, status: 'failed', code: failure }])
  await expect.poll(v2, { timeout: 45_000 }).toMatchObject([{ messageId, status: 'failed', code }])
})

it('TOO_LONG_TEXT: V2 accepts 10,000 characters for every messenger, but Telegram allows 4,096', async () => {
  const { sandbox, v2 } = await startListening()
  const text = 'x'.repeat(4_097)
  const message = { chatType: 'telegram', chatId: '1', channelId: channelIds.telegram, text } as const
  await createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }).sendMessage(message)
  sandbox.clock.advance(1_000)
  await expect.poll(v2, { timeout: 45_000 }).toMatchObject([{ status: 'failed', code: 'TEXT_TOO_LONG' }])
})

it('an open reply window lets a text through, and a template needs none', async () => {
  const { sandbox } = await startListening()
  const client = createV3Client(sandbox)
  const templateId = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
  await client.sendMessage({ ...ann, channelId: waba, templateId, templateValues: ['at nine'] })
  await wroteInWaba(sandbox)
  await wroteInInstagram(sandbox)
  sandbox.clock.advance(23 * hourMs)
  await client.sendMessage(toAnnInWaba)
  await client.sendMessage(toCat)
  sandbox.clock.advance(1_000)
  const last = async (chat: typeof ann | typeof cat) => (await getMessages(sandbox, chat)).at(-1)?.status
  await expect.poll(() => last(ann), { timeout: 45_000 }).toBe('delivered')
  await expect.poll(() => last(cat), { timeout: 45_000 }).toBe('delivered')
  expect((await getMessages(sandbox, ann))[0]).toMatchObject({ direction: 'outgoing', status: 'read' })
})

it("the tech API reports a missing file with the message's status, because it only queues sends", async () => {
  const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
  const client = createTechClient(sandbox)
  const receiver = await startReceiver()
  await client.createWebhooks([{ url: receiver.url, event: 'message.status_update' }])
  const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
  const attachment = { url: `${sandbox.url}/nothing.png` }
  const { request_id } = await client.sendMessage({ channel_id: channelIds.whatsapp, recipient, attachment })
  sandbox.clock.advance(200)
  const failed = { request_id, status: 'error', reason: 'MESSAGE_DOWNLOAD_CONTENT_ERROR' }
  await expect.poll(() => receiver.calls.at(-1)?.json, { timeout: 45_000 }).toMatchObject({ data: [failed] })
})
