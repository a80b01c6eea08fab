import { expect, it } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { openWindow } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'
const visit = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
const invoice = '385bf0c5-9f2a-4f9f-be85-9b84d797cf95'
const template = { templateGuid: visit, values: ['at ten'] }
const request = { ...ann, channelId: waba, clientMessageId: 'first', template }

it('sends a filled-in template', async () => {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'When?' })
  const { socket } = await openWindow(sandbox)
  expect(await socket.emitWithAck('send', request)).toMatchObject({
    ok: true,
    result: {
      text: 'You have an appointment at ten. Will you come?',
      template: { name: 'sandbox_visit' },
      buttons: [{ text: 'Yes' }, { text: 'No' }, { text: 'Later' }],
    },
  })
})

it.each([
  ['with a value missing', { template: { ...template, values: [] } }, 'must be filled in'],
  ['with a value of spaces', { template: { ...template, values: ['  '] } }, 'must be filled in'],
  ['through a plain WhatsApp channel', { channelId: channelIds.whatsapp }, 'WABA'],
  ['that there is none of', { template: { ...template, templateGuid: 'none' } }, 'not approved'],
  ['with a file that is no link', { template: { templateGuid: invoice, values: ['C:\\bill.pdf'] } }, 'by its link'],
  ['with words beside it', { text: 'Hello' }, 'alone'],
])('rejects a template %s, with the reason', async (_, change, reason) => {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'When?' })
  const { socket } = await openWindow(sandbox)
  const answer = await socket.emitWithAck('send', { ...request, ...change })
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining(reason) } })
})

it('rejects a message that the API would reject, with the same reason', async () => {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'When?' })
  const { socket } = await openWindow(sandbox)
  await callSandbox(sandbox, 'PUT /_sandbox/customers', { body: { ...ann, standing: 'accountDeleted' } })
  const answer = await socket.emitWithAck('send', { ...ann, clientMessageId: 'first', text: 'At ten' })
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'NOT_SENT', message: expect.stringContaining('deleted the account') },
  })
})

it('sends a window the reason why a message failed', async () => {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'When?' })
  const { socket, told } = await openWindow(sandbox)
  await callSandbox(sandbox, 'PUT /_sandbox/customers', { body: { ...ann, standing: 'noAccount' } })
  await socket.emitWithAck('send', { ...ann, clientMessageId: 'first', text: 'At ten' })
  await expect
    .poll(() => told.message, { timeout: 45_000 })
    .toContainEqual(expect.objectContaining({ text: 'At ten', status: 'failed', failure: 'BAD_CONTACT' }))
})

it('notifies a window when a channel stops working', async () => {
  const sandbox = await startSandbox()
  const { told } = await openWindow(sandbox)
  await callSandbox(sandbox, `POST /_sandbox/channels/${waba}/state`, { body: { state: 'blocked' } })
  await expect
    .poll(() => told.channels.at(-1), { timeout: 45_000 })
    .toContainEqual(expect.objectContaining({ channelId: waba, works: false }))
})
