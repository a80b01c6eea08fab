import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { callV3 } from '../callV3.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { wide } from './inspectorPage.ts'
import { message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'
import { onPhone, openCustomer, write } from './phonePage.ts'

startChromium()

const toAnn = { ...ann, channelId: channelIds.whatsapp }

/** Opens Ann's chat on the phone, with a question and the company's reply. */
async function openDialogue() {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
  await callSandbox(sandbox, 'POST /v2/send_message', { body: { ...toAnn, text: 'Today' } })
  const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
  await openCustomer(page, 'Ann')
  await expectPage(message(page, 'Today')).toBeVisible()
  return { sandbox, page }
}

async function act(page: Page, { text, action }: { text: string; action: string }): Promise<void> {
  await message(page, text).hover()
  await message(page, text).getByRole('button', { name: action }).click()
}

describe('a message on the phone', () => {
  it('is quoted above a reply to it', async () => {
    const { sandbox, page } = await openDialogue()
    await act(page, { text: 'Today', action: 'Reply as the customer' })
    await write(page, 'Fine')
    await expectPage(message(page, 'Fine').getByRole('blockquote')).toHaveText('Today')
    const { json } = await callSandbox(sandbox, `GET /_sandbox/messages?${new URLSearchParams(ann)}`)
    const [, answer] = await getMessages(sandbox, ann)
    expect(json).toMatchObject({ messages: [{}, {}, { text: 'Fine', refMessageId: answer?.messageId }] })
  })

  it('is not quoted if the customer cancels the reply', async () => {
    const { page } = await openDialogue()
    await act(page, { text: 'Today', action: 'Reply as the customer' })
    await onPhone(page).getByRole('button', { name: 'Cancel reply' }).click()
    await write(page, 'Fine')
    await expectPage(message(page, 'Fine')).toBeVisible()
    await expectPage(message(page, 'Fine').getByRole('blockquote')).toHaveCount(0)
  })

  it('can be edited by the customer who wrote it', async () => {
    const { sandbox, page } = await openDialogue()
    await act(page, { text: 'When?', action: 'Edit as the customer' })
    await write(page, 'When exactly?')
    await expectPage(message(page, 'When exactly?')).toContainText('edited')
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'When exactly?' }, { text: 'Today' }])
  })

  it('can be deleted by the customer who wrote it', async () => {
    const { page } = await openDialogue()
    await act(page, { text: 'When?', action: 'Delete as the customer' })
    await expectPage(message(page, 'Message deleted')).toBeVisible()
    await expectPage(message(page, 'When?')).toHaveCount(0)
  })

  it('has ticks if it is the customer’s own', async () => {
    const { page } = await openDialogue()
    await expectPage(message(page, 'When?').getByRole('img', { name: 'Delivered' })).toBeVisible()
    await expectPage(message(page, 'Today').getByRole('img', { name: 'Delivered' })).toHaveCount(0)
  })

  it('is marked as edited when the company edits it', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    await callV3(sandbox, 'POST /v3/message', { body: { ...toAnn, text: 'Today' } })
    const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
    await openCustomer(page, 'Ann')
    const [, answer] = await getMessages(sandbox, ann)
    await callV3(sandbox, `PATCH /v3/message/${answer?.messageId}`, { body: { text: 'Tomorrow' } })
    await expectPage(message(page, 'Tomorrow')).toContainText('edited')
  })

  it('made from a template has its buttons, and pressing one replies to it', async () => {
    const sandbox = await startSandbox()
    const body = {
      channelId: '24197d5f-06de-421f-8576-9f6e6cb67f28',
      ...ann,
      templateId: '6201005a-9a6f-486f-bdd5-e6cb86c76ddb',
      templateValues: ['tomorrow at ten'],
    }
    expect((await callV3(sandbox, 'POST /v3/message', { body })).status).toBe(201)
    const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
    await onPhone(page).getByRole('list', { name: 'Customers' }).getByRole('button').click()
    const invitation = message(page, 'You have an appointment tomorrow at ten. Will you come?')
    await invitation.getByRole('button', { name: 'Yes', exact: true }).click()
    const pressed = message(page, 'Customer:')
    await expectPage(pressed).toContainText('Yes')
    await expectPage(pressed.getByRole('blockquote')).toContainText('You have an appointment')
  })

  it('passes axe in light and dark colours', async () => {
    const { page } = await openDialogue()
    await act(page, { text: 'Today', action: 'Reply as the customer' })
    await message(page, 'When?').hover()
    expect(await findViolations(page)).toEqual([])
  })
})
