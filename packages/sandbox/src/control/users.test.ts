import { expect, it } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { callV3 } from '../../test/callV3.ts'
import { ann, bob } from '../../test/fixtures/people.ts'
import { saveUser } from '../../test/saveUser.ts'
import { startSandbox } from '../../test/startSandbox.ts'

it('gives users roles, which decide what their counters include', async () => {
  const sandbox = await startSandbox()
  const contact = { id: 1, name: 'Ann', responsibleUserId: '8', chats: [ann] }
  await callSandbox(sandbox, 'PATCH /v2/users', { body: [{ id: '7', name: 'Kate' }] })
  await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  const count = async () => (await callV3(sandbox, 'GET /v3/unanswered/7')).json
  expect(await count()).toMatchObject({ counterV2: 0 })
  await callSandbox(sandbox, 'PUT /_sandbox/users/7/role', { body: { role: 'manager' } })
  expect(await count()).toMatchObject({ counterV2: 1, type: 'grey' })
  expect(await callSandbox(sandbox, 'GET /_sandbox/users')).toMatchObject({
    json: {
      users: [{ id: '7', name: 'Kate', unanswered: 1, recent: { count: 1, tone: 'grey' } }],
      roles: [{ userId: '7', channelId: '*', role: 'manager', allowGetNewClients: true }],
    },
  })
  const wrong = await callSandbox(sandbox, 'PUT /_sandbox/users/7/role', { body: { role: 'chief' } })
  expect(wrong).toMatchObject({ status: 400 })
})

it('marks one chat or all chats as needing no reply', async () => {
  const sandbox = await startSandbox()
  await saveUser(sandbox)
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  await sandbox.simulate.message({ ...bob, text: 'Hello' })
  const count = async () => (await callV3(sandbox, 'GET /v3/unanswered/7')).json
  expect(await callSandbox(sandbox, 'POST /_sandbox/unanswered/clear', { body: ann })).toMatchObject({ status: 200 })
  expect(await count()).toMatchObject({ counterV2: 1 })
  await callSandbox(sandbox, 'POST /_sandbox/unanswered/reset', { body: {} })
  expect(await count()).toMatchObject({ counterV2: 0 })
  const unknown = { chatType: 'vk', chatId: 'nobody' }
  expect(await callSandbox(sandbox, 'POST /_sandbox/unanswered/clear', { body: unknown })).toMatchObject({
    status: 404,
  })
})
