import { createWazzupV2, VendorAuthError, VendorRequestError, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Sandbox } from '../src/index.ts'
import { channelIds } from './fixtures/channels.ts'
import { ann } from './fixtures/people.ts'
import { sendMessageExample } from './fixtures/sendMessageExample.ts'
import { getToken } from './getLink.ts'
import { getMessages } from './getMessages.ts'
import { connectWithToken } from './openWindow.ts'
import { startSandbox } from './startSandbox.ts'

const kate = { id: '7', name: 'Kate Moreau' }

function createClient({ url, apiKey }: Sandbox, key = apiKey): WazzupV2 {
  return createWazzupV2({ apiKey: key, baseUrl: url, counterUrl: url })
}

function watch(client: WazzupV2, userId: string): { counts: number[]; outages: string[] } {
  const seen = { counts: [] as number[], outages: [] as string[] }
  const stop = client.watchUnanswered({
    userId,
    onValue: ({ count }) => seen.counts.push(count),
    onOutage: (outage) => seen.outages.push(outage),
  })
  onTestFinished(stop)
  return seen
}

describe('the client of Wazzup V2, against the sandbox', () => {
  it('opens a window', async () => {
    const sandbox = await startSandbox()
    const { url } = await createClient(sandbox).createIframe({ user: kate, scope: 'card', filter: [ann] })
    const socket = connectWithToken(sandbox, getToken(url))
    const opened = await new Promise((resolve) => socket.on('opened', resolve))
    expect(opened).toMatchObject({ user: kate, chats: [ann] })
  })

  it('sends a message', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await createClient(sandbox).sendMessage(sendMessageExample)
    expect(await getMessages(sandbox, ann)).toMatchObject([{ messageId, content: sendMessageExample.content }])
  })

  it('watches a counter move between users and drop with a reply', async () => {
    const sandbox = await startSandbox()
    const client = createClient(sandbox)
    await client.saveContacts([{ id: 1, name: 'Ann', responsibleUserId: '7', chats: [ann] }])
    const [seven, eight] = [watch(client, '7'), watch(client, '8')]
    await expect.poll(() => [seven.counts, eight.counts]).toEqual([[0], [0]])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => seven.counts).toEqual([0, 1])
    await client.saveContacts([{ id: 1, name: 'Ann', responsibleUserId: '8', chats: [ann] }])
    await expect
      .poll(() => [seven.counts, eight.counts])
      .toEqual([
        [0, 1, 0],
        [0, 1],
      ])
    await client.sendMessage({ ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' })
    await expect.poll(() => eight.counts).toEqual([0, 1, 0])
  })

  it('gets a typed error for a wrong key', async () => {
    const sandbox = await startSandbox()
    const client = createClient(sandbox, 'another-key')
    await expect(client.createIframe({ user: kate, scope: 'global' })).rejects.toThrow(VendorAuthError)
    const seen = watch(client, '7')
    await expect.poll(() => seen.outages).toContain('refused')
    expect(seen.counts).toEqual([])
  })

  it("gets the vendor's code for a rejected message", async () => {
    const sandbox = await startSandbox()
    const sending = createClient(sandbox).sendMessage({ ...ann, channelId: channelIds.vk, text: 'Hello' })
    await expect(sending).rejects.toThrow(VendorRequestError)
    await expect(sending).rejects.toMatchObject({ status: 400, code: 'MESSAGES_ABNORMAL_SEND' })
  })
})
