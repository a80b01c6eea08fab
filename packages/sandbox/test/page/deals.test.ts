import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox } from '../callSandbox.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openHost } from './openHost.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

const bearer = { authorization: 'Bearer sandbox_wazzup' }
const user = { id: '7', name: 'Kate Moreau' }

async function getDealsLink(sandbox: Parameters<typeof callSandbox>[0]): Promise<string> {
  const body = { user, scope: 'global', activeChat: ann, options: { useDealsEvents: true } }
  const { json } = await callSandbox(sandbox, 'POST /v3/iframe', { body, headers: bearer })
  return z.object({ url: z.url() }).parse(json).url
}

describe('the deals of a contact, on a page whose host subscribed to deals', () => {
  it('are listed, and choosing or adding one is reported to the host', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const contact = { id: '1', name: 'Ann', responsibleUserId: '7', contactData: [ann] }
    await callSandbox(sandbox, 'POST /v3/users', { body: [user], headers: bearer })
    await callSandbox(sandbox, 'POST /v3/contacts', { body: [contact], headers: bearer })
    const deal = {
      id: '12',
      name: 'Twelve windows',
      responsibleUserId: '7',
      contacts: ['1'],
      uri: 'https://crm.example/12',
      closed: false,
    }
    expect((await callSandbox(sandbox, 'POST /v3/deals', { body: [deal], headers: bearer })).status).toBe(200)
    const page = await openHost(await getDealsLink(sandbox))
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Deals', exact: true }).click()
    await frame.getByRole('button', { name: 'Twelve windows' }).click()
    await expect
      .poll(() => page.evaluate('heard'))
      .toMatchObject([
        {
          type: 'WZ_OPEN_ENTITY',
          data: { ...ann, userId: '7', entity: { id: '12', name: 'Twelve windows', link: 'https://crm.example/12' } },
        },
      ])
    await frame.getByRole('button', { name: 'Deals', exact: true }).click()
    await frame.getByRole('button', { name: 'New deal' }).click()
    await expect.poll(() => page.evaluate('heard.at(-1)')).toMatchObject({ type: 'WZ_CREATE_ENTITY', data: ann })
  })

  it('can be requested from the CRM by webhook, if it subscribed', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const subscriptions = { contactsAndDealsCreation: true }
    const webhooks = { webhooksUri: receiver.url, subscriptions }
    expect((await callSandbox(sandbox, 'PATCH /v3/webhooks', { body: webhooks, headers: bearer })).status).toBe(200)
    const contact = { id: '1', name: 'Ann', responsibleUserId: '7', contactData: [ann] }
    await callSandbox(sandbox, 'POST /v3/users', { body: [user], headers: bearer })
    await callSandbox(sandbox, 'POST /v3/contacts', { body: [contact], headers: bearer })
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await page.getByRole('button', { name: 'Deals', exact: true }).click()
    await page.getByRole('button', { name: 'New deal' }).click()
    const asked = expect.objectContaining({ createDeal: expect.anything() })
    await expect.poll(() => receiver.calls.map(({ json }) => json), { timeout: 45_000 }).toContainEqual(asked)
    await expectPage(page.getByRole('alert')).toHaveCount(0)
  })

  it('are hidden if the host did not subscribe', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(page.getByRole('heading', { name: 'Ann' })).toBeVisible()
    await expectPage(page.getByRole('button', { name: 'Deals' })).toHaveCount(0)
  })
})
