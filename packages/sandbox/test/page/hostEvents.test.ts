import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { createV3Client } from '../createV3Client.ts'
import { ann } from '../fixtures/people.ts'
import { saveUser } from '../saveUser.ts'
import { startSandbox } from '../startSandbox.ts'
import { subscribeTech } from '../subscribe.ts'
import { createTechClient } from '../techClient.ts'
import { openHost } from './openHost.ts'
import { startChromium } from './openPage.ts'

startChromium()

/** Opens a CRM page that frames Ann's chat, by a link of the tech API with these events. */
async function open(sandbox: Sandbox, use_events: { deals?: boolean; messages?: boolean }) {
  await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
  await saveUser(sandbox)
  const { url } = await createTechClient(sandbox).createChatsLink({
    user_id: '7',
    scope: 'global',
    active_chat: { chat_type: 'whatsapp', chat_id: ann.chatId },
    use_events,
    client_type: '',
  })
  const page = await openHost(url)
  const frame = page.frameLocator('iframe')
  const write = async (text: string): Promise<void> => {
    await frame.getByRole('textbox', { name: /message/i }).fill(text)
    await frame.getByRole('textbox', { name: /message/i }).press('Enter')
    await expect.poll(() => frame.getByRole('log').getByText(text).count()).toBe(1)
  }
  return { page, frame, write, heard: () => page.evaluate('heard') }
}

describe('events of the chats page for its host page', () => {
  it('report sent messages, if the link requests messages only', async () => {
    const sandbox = await startSandbox()
    const { frame, write, heard } = await open(sandbox, { messages: true })
    await write('Good day')
    await expect
      .poll(heard)
      .toEqual([{ type: 'WZ_MESSAGE_SENT', data: expect.objectContaining({ ...ann, userId: '7' }) }])
    expect(await frame.getByRole('button', { name: 'Deals', exact: true }).count()).toBe(0)
  })

  it('report actions on deals, if the link requests deals only', async () => {
    const sandbox = await startSandbox()
    const { frame, write, heard } = await open(sandbox, { deals: true })
    await write('Good day')
    await frame.getByRole('button', { name: 'Deals', exact: true }).click()
    await frame.getByRole('button', { name: 'New deal' }).click()
    await expect
      .poll(heard)
      .toEqual([{ type: 'WZ_CREATE_ENTITY', data: expect.objectContaining({ ...ann, userId: '7' }) }])
  })

  it('are not posted if the CRM gets webhooks instead', async () => {
    const sandbox = await startSandbox()
    const { received } = await subscribeTech(sandbox, 'crm_entities.deal_add')
    const contact = { id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }
    await createV3Client(sandbox).saveContacts([contact])
    const { frame, write, heard } = await open(sandbox, {})
    await write('Good day')
    await frame.getByRole('button', { name: 'Deals', exact: true }).click()
    await frame.getByRole('button', { name: 'New deal' }).click()
    const data = { responsible_user_id: '7', contacts: ['1'], source: 'byUser' }
    await expect.poll(received).toMatchObject([{ event: 'crm_entities.deal_add', data }])
    expect(await heard()).toEqual([])
  })
})
