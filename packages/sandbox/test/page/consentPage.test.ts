import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { openChats, openPage, phone, startChromium } from './openPage.ts'

startChromium()

function toQuestion(sandbox: Sandbox, redirectUri: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'Acme CRM',
    redirect_uri: redirectUri,
    scope: 'transport,crm',
    state: 'from the partner',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  })
  return `${sandbox.url}/tech/v2/oauth/authorize?${query}`
}

describe('the consent page', () => {
  it('explains who requests which access, and where the user returns to', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(toQuestion(sandbox, 'https://crm.example/back'))
    await expectPage(page.getByRole('heading')).toHaveText('Give Acme CRM access to your chats?')
    await expectPage(page.getByRole('listitem')).toHaveText([
      'read and write messages in your channels, and connect new ones',
      'see and change your users, contacts and deals',
    ])
    await expectPage(page.getByText('Either way you go back to crm.example.')).toBeVisible()
    await expectPage(page.getByText(`Account ${sandbox.accountId}`)).toBeVisible()
  })

  it.each([
    ['Allow', /[?&]code=/],
    ['Deny', /[?&]error=access_denied/],
  ])('returns to the partner after %s', async (answer, found) => {
    const sandbox = await startSandbox()
    const { page } = await openPage(toQuestion(sandbox, new URL('/livez', sandbox.url).href))
    await page.getByRole('button', { name: answer }).click()
    await expectPage(page).toHaveURL(found)
    await expectPage(page).toHaveURL(/state=from\+the\+partner/)
  })

  it('passes axe in light and dark colours', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(toQuestion(sandbox, 'https://crm.example/back'), phone)
    await expectPage(page.getByRole('button', { name: 'Allow' })).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
})
