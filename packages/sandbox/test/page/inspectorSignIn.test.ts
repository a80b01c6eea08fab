import type { Locator, Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel } from './inspectorPage.ts'
import { chatInList } from './locators.ts'
import { startChromium } from './openPage.ts'
import { staffSide } from './phonePage.ts'

startChromium()

const kate = { id: '7', name: 'Kate' }
const lee = { id: '8', name: 'Lee' }

function signedInAs(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Signed in as' })
}

/** Uploads Kate, Lee and a contact of Lee, as a CRM does at its start. The contact writes. */
async function uploadAnn(sandbox: Sandbox): Promise<void> {
  const responses = [await callSandbox(sandbox, 'PATCH /v2/users', { body: [kate, lee] })]
  const contact = { id: '1', responsibleUserId: lee.id, name: 'Ann', chats: [ann] }
  responses.push(await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] }))
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  await sandbox.simulate.message({ ...ann, text: 'Is my order ready?' })
}

describe('the chats panel', () => {
  it('is signed in as the user whose link was created last', async () => {
    const sandbox = await startSandbox()
    await getLink(sandbox, { user: lee })
    await getLink(sandbox, { user: kate })
    const page = await openPanel(sandbox, 'chats')
    await expectPage(signedInAs(page)).toHaveValue(kate.id)
    await getLink(sandbox, { user: lee })
    await expectPage(signedInAs(page)).toHaveValue(lee.id)
  })

  it('stays signed in as a user chosen by hand', async () => {
    const sandbox = await startSandbox()
    await getLink(sandbox, { user: kate })
    const page = await openPanel(sandbox, 'chats')
    await expectPage(signedInAs(page)).toHaveValue(kate.id)
    await signedInAs(page).selectOption('Lee Park')
    await getLink(sandbox, { user: lee })
    await expectPage(signedInAs(page).getByRole('option', { name: 'Lee', exact: true })).toHaveCount(1)
    await expectPage(signedInAs(page)).toHaveValue('sandbox-2')
  })

  it('shows a message to a user of the CRM before any link was created', async () => {
    const sandbox = await startSandbox()
    await uploadAnn(sandbox)
    const page = await openPanel(sandbox, 'chats')
    await expectPage(signedInAs(page)).toHaveValue(lee.id)
    await expectPage(chatInList(staffSide(page), 'Ann')).toContainText('Is my order ready?')
  })

  it('is signed in as a sample user in an account without users', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'chats')
    await expectPage(signedInAs(page)).toHaveValue('sandbox-1')
  })
})
