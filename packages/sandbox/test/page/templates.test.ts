import { expect as expectPage } from '@playwright/test'
import { expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { composer } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

const template = {
  title: 'Order ready',
  channels: [channelIds.whatsapp],
  category: 'UTILITY',
  language: 'en',
  waba: { waba_id: '1', waba_name: 'Company' },
  components: [{ type: 'BODY', text: 'Your order {{1}} is ready.' }],
}

it('a template that is approved can be used for an answer in WhatsApp, and nowhere else', async () => {
  const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
  const headers = { authorization: `Bearer ${sandbox.apiKey}` }
  const made = await callSandbox(sandbox, 'POST /tech/v2/templates/waba', {
    body: { template, is_draft: false },
    headers,
  })
  expect(made.status).toBe(200)
  await sandbox.simulate.message({ ...ann, text: 'Is it ready?', name: 'Ann' })
  await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
  const page = await openChats(await getLink(sandbox, { activeChat: ann }))
  await page.getByRole('button', { name: 'Use a template' }).click()
  await expectPage(page.getByRole('button', { name: /sandbox_visit/ })).toBeVisible()
  await expectPage(page.getByRole('button', { name: /Order ready/ })).toHaveCount(0)
  sandbox.clock.advance(2_000)
  const list = async () => (await callSandbox(sandbox, 'GET /v3/templates/whatsapp', { headers })).json
  await expect.poll(list).toContainEqual(expect.objectContaining({ name: 'Order ready', status: 'approved' }))
  await page.getByRole('button', { name: 'Use a template' }).press('Escape')
  await page.getByRole('button', { name: 'Use a template' }).click()
  await page.getByRole('button', { name: /Order ready/ }).click()
  await expectPage(composer(page)).toHaveValue('Your order {{1}} is ready.')
  await composer(page).fill('Your order 12 is ready.')
  await composer(page).press('Enter')
  await expect.poll(async () => (await getMessages(sandbox, ann)).at(-1)?.text).toBe('Your order 12 is ready.')
  await page.getByRole('button', { name: /Bob/ }).click()
  await expectPage(composer(page)).toBeVisible()
  await expectPage(page.getByRole('button', { name: 'Use a template' })).toHaveCount(0)
})
