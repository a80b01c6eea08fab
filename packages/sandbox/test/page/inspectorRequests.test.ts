import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { runCommand } from '../runCommand.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { clipboard, head, openPanel, readClipboard, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('the requests panel', () => {
  it('shows each request as it arrives, with its operation and outcome', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'requests')
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await expectPage(rows(page, 'Requests')).toHaveText([
      /201.*POST \/v2\/send_message.*wazzup-v2.sendMessage · answered/,
    ])
  })

  it('offers a first request that works when pasted into a shell', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'requests', clipboard)
    await page.getByRole('button', { name: 'Copy command' }).click()
    await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    await runCommand(await readClipboard(page))
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'Hello from curl' }])
  })

  it('shows the body and the response, without keys', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests')
    await head(rows(page, 'Requests')).click()
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('"text": "Hello"')
    await expectPage(page.getByRole('region', { name: 'Response 201' })).toContainText('messageId')
    await expectPage(page.getByRole('main')).not.toContainText(sandbox.apiKey)
  })

  it('names the fields that the vendor does not know', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: { ...message, fileName: 'a.png' } })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveText([/answered · 1 unknown field/])
    await head(rows(page, 'Requests')).click()
    await expectPage(page.getByRole('region', { name: 'Unknown fields, ignored' })).toContainText('fileName')
  })

  it.each([
    ['POST /v2/nothing', {}, 'Unknown route of this vendor'],
    ['POST /v2/send_message', { ...message, channelId: 'none' }, 'Rejected by the vendor with 400'],
  ])('explains why %s failed', async (route, body, words) => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, route, { body })
    const page = await openPanel(sandbox, 'requests/1')
    await expectPage(rows(page, 'Requests')).toContainText(words)
  })

  it('names the rule that made a request fail, and links to it', async () => {
    const sandbox = await startSandbox()
    const { id } = sandbox.faults.add({ operation: 'wazzup-v2.*', fault: { kind: 'status', status: 503 } })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests/1')
    await expectPage(rows(page, 'Requests')).toContainText(`Your rule ${id} made it fail: 503`)
    await page.getByRole('link', { name: 'View the fault' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('hit 1 of 1')
  })

  it('links to the webhooks a request triggered', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests/2')
    const caused = page.getByRole('region', { name: 'Webhooks triggered by this request' }).getByRole('link')
    await caused.filter({ hasText: 'messages' }).click()
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('Hello')
    await expectPage(page.getByRole('heading', { name: 'Webhooks' })).toBeVisible()
  })

  it('copies a request as a command', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests/1', clipboard)
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await readClipboard(page)).toContain(`curl -X POST '${sandbox.url}/v2/send_message'`)
  })
})
