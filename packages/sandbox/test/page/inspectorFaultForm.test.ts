import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { runCommand } from '../runCommand.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { clipboard, openPanel, readClipboard, rows } from './inspectorPage.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

const operation = 'wazzup-v2.sendMessage'
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('the fault form', () => {
  it('builds every part of a rule, and describes it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, `faults/${operation}`)
    await page.getByRole('combobox', { name: 'Fault' }).selectOption('Slow response, a few bytes at a time')
    await page.getByRole('spinbutton', { name: 'Bytes' }).fill('4')
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByRole('combobox', { name: 'Path' }).fill('body.chatId')
    await page.getByRole('textbox', { name: 'Value' }).fill(ann.chatId)
    await page.getByRole('spinbutton', { name: 'Skip the first' }).fill('2')
    await page.getByRole('spinbutton', { name: 'Times' }).fill('3')
    await page.getByRole('spinbutton', { name: 'Share (%)' }).fill('50')
    await page.getByRole('spinbutton', { name: 'Random seed' }).fill('7')
    await expectPage(page.getByRole('region', { name: 'Rule' })).toContainText(
      `Every request to ${operation} where body.chatId is "${ann.chatId}" gets its response 4 bytes at a time, every 100 ms. ` +
        'Skips the first 2, then applies 3 times. Applies to 50 %, selected by seed 7.',
    )
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toHaveCount(1)
    expect(sandbox.faults.list()).toMatchObject([
      {
        operation,
        fault: { kind: 'drip', bytes: 4, everyMs: 100 },
        match: { body: { chatId: ann.chatId } },
        after: 2,
        times: 3,
        schedule: { seed: 7, share: 0.5 },
      },
    ])
  })

  it('hits only matching requests', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, `faults/${operation}`)
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByRole('combobox', { name: 'Path' }).fill('body.text')
    await page.getByRole('textbox', { name: 'Value' }).fill('fails')
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toHaveCount(1)
    const send = async (text: string) =>
      (await callSandbox(sandbox, 'POST /v2/send_message', { body: { ...message, text } })).status
    expect([await send('works'), await send('fails')]).toEqual([201, 500])
  })

  it('shows the rule as a command that adds it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, `faults/${operation}`, clipboard)
    const rule = page.getByRole('region', { name: 'Rule' })
    await rule.getByRole('button', { name: 'Copy' }).click()
    await expectPage(rule.getByRole('button', { name: 'Copied' })).toBeVisible()
    await runCommand(await readClipboard(page))
    expect(sandbox.faults.list()).toMatchObject([{ operation, fault: { kind: 'status', status: 500 } }])
    await rule.getByRole('combobox', { name: 'Format' }).selectOption('Test code')
    await expectPage(rule).toContainText('sandbox.faults.add({')
  })

  it('offers the faults of the chosen place: the chats page', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'faults')
    await page.getByRole('combobox', { name: 'Applies to' }).selectOption('chats.openPage')
    await page.getByRole('combobox', { name: 'Fault' }).selectOption('Page does not load')
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('The chats page does not load.')
    await expect(openPage(await getLink(sandbox))).rejects.toThrow()
  })

  it('starts with all requests for an unknown operation in its address', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'faults/wazzup-v2.nothing')
    await expectPage(page.getByRole('combobox', { name: 'Applies to' })).toHaveValue('*')
  })

  it('reports an invalid rule', async () => {
    const sandbox = await startSandbox()
    const { page } = await openPage(`${sandbox.url}/_sandbox#/faults`)
    await page.getByRole('spinbutton', { name: 'Status' }).fill('200')
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(page.getByRole('alert')).toContainText('fault.status')
  })
})
