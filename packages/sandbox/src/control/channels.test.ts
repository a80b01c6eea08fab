import { expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { getMessages } from '../../test/getMessages.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const chat = { chatType: 'viber', chatId: '79998887766' } as const

it('adds a channel that receives messages at once, and keeps doing so', async () => {
  const sandbox = await startSandbox()
  await expect(sandbox.simulate.message({ ...chat, text: 'Hello' })).rejects.toThrow('viber')
  const body = { transport: 'viber', plainId: '79865784499' }
  const added = await callSandbox(sandbox, 'POST /_sandbox/channels', { body })
  expect(added).toMatchObject({ status: 201, json: { channel: { ...body, state: 'active' } } })
  await sandbox.simulate.message({ ...chat, text: 'Hello' })
  expect(await getMessages(sandbox, chat)).toMatchObject([{ text: 'Hello' }])
  sandbox.clock.advance(60_000)
  const { json } = await callSandbox(sandbox, 'GET /v2/channels')
  expect(json).toContainEqual(expect.objectContaining({ transport: 'viber', state: 'active' }))
})

it('rejects a channel of an unknown messenger', async () => {
  const sandbox = await startSandbox()
  const answer = await callSandbox(sandbox, 'POST /_sandbox/channels', { body: { transport: 'icq', plainId: '1' } })
  expect(answer).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
})
